"""The web application of management: server-rendered, under `/beheer` of the one web server."""
