"""Small word lists of our own that steer the search for names. General language only, no facts from the knowledge."""

from __future__ import annotations


def _lijst(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


# Words of address: the name that follows goes together with the title.
TITELS = _lijst(
    "mevrouw mevr mevr. mw mw. hr hr. meneer mijnheer dhr dhr. heer heren dames mej mej. mr mr. drs drs. dr dr. ir "
    "ir. ing ing. ds ds. prof prof. msc bsc"
)
# Persons with a role: the role stays, the name that follows goes.
ROLLEN = _lijst(
    "leerling leerlinge kind zoon dochter zoontje dochtertje jongen jongetje meisje meid moeder vader mama papa mam "
    "pap ouder ouders gezin familie fam fam. collega mentor docent docente leraar lerares leerkracht broer broertje "
    "zus zusje oma opa tante oom neef nicht pleegkind pleegmoeder pleegvader pleegouders stiefvader stiefmoeder "
    "pleegzoon pleegdochter student studente stagiair stagiaire cliënt cliënte client patiënt patient peuter kleuter "
    "baby jongere tiener puber huisarts gezinsvoogd voogd jeugdarts jeugdverpleegkundige psycholoog psychologe "
    "orthopedagoog behandelaar begeleider begeleidster juf juffrouw meester jufje dokter arts kinderarts tandarts "
    "zuster broeder directeur directrice rector conciërge intern-begeleider ib'er ib-er leerplichtambtenaar "
    "maatschappelijk werker werkster schoolmaatschappelijk consulent jeugdhulpverlener hulpverlener therapeut "
    "logopedist logopediste pedagoog coach trainer gastouder oppas vriend vriendin vriendje vriendinnetje klasgenoot "
    "klasgenootje buurvrouw buurman buurmeisje buurjongen wethouder burgemeester tweeling gebroeders zusjes broertjes "
    "broers zussen kinderen leerlingen kleine grote nichtje neefje echtgenoot man vrouw ex partner verzorger "
    "casemanager jeugdconsulent gezinscoach gezinsbegeleider ambulant wijkteammedewerker jeugdbeschermer advocaat "
    "agent wijkagent pastor dominee imam pm'er teamleider zorgcoördinator zorgcoordinator decaan trajectbegeleider "
    "loopbaanbegeleider bso-juf"
)
FAMILIE = _lijst(
    "moeder vader ouder ouders mama papa oma opa zus zusje broer broertje voogd gezinsvoogd zoon dochter tante oom "
    "gezin familie mentor juf meester klasgenoot klasgenootje vriend vriendin vriendje vriendinnetje pleegmoeder "
    "pleegvader pleegouders stiefvader stiefmoeder huisarts behandelaar psycholoog broertjes zusjes ex"
)
# Small words inside surnames.
TUSSEN = _lijst(
    "van de der den het 't ten ter te v.d v.d. vd v/d v. d' el al la le du di da das dos del della von zu zum bin ben "
    "ibn ait aït ould op in uit aan bij à af over onder l' san st sint oude"
)
# Of these, the ones a surname may start with when no first name or title stands in front.
TUSSEN_START = _lijst("van de der den ten ter v.d v.d. vd v/d el al ait aït")
# Small words that only stand inside a person's name: El Amrani, Ben Salah.
VOORVOEGSEL = _lijst("el al ait aït ben bin ould ibn")
# Never part of a name, even with a capital.
FUNCTIE = _lijst(
    "ik jij je u hij zij ze wij we jullie mij me jou hem haar hun ons onze mijn uw zijn dit dat deze die wat wie waar "
    "wanneer hoe waarom welke welk mag mogen mogt moet moeten kan kunnen kun wil willen wilt zal zullen zou zouden is "
    "was waren ben bent wordt worden werd heeft hebben heb had hadden gaat gaan ging doet doen deed komt komen kwam "
    "en of maar want dus als dan dat omdat toen terwijl zodat hoewel indien tenzij ook nog wel niet geen al alle "
    "alles iets niets iemand niemand er hier daar nu straks later vandaag morgen gisteren met zonder voor na naar tot "
    "tijdens via volgens tegen sinds vanaf per om door bij onder over tussen aan uit in op af het een de van der den "
    "ja nee graag dank bedankt hoi hallo hoi goedemorgen goedemiddag goedenavond beste geachte dag help sorry graag "
    "snel even zelf samen zo weer altijd nooit soms vaak veel weinig meer minder eerst eigenlijk wel school thuis "
    "delen deel deelt vragen vraag vraagt weten weet melden meld meldt geven geef geeft sturen stuur stuurt bellen "
    "bel belt zeggen zeg zegt zien ziet lezen leest maken maakt staat staan ligt zit zitten vindt vinden krijgt "
    "krijgen laat laten werkt werken spijbelt woont gebruikt opent bespreken besprek bespreek overleggen overleg "
    "overlegt informeren inlichten doorgeven opvragen aanvragen tekenen tekent ziek nieuw nieuwe oude goed goede "
    "eerste tweede derde alleen persoon personen groep klas jaar jarig week uur toch bewaren bewaar dossier lang kort "
    "best klein wijs vrij recht raad "
)
# Roles, services, abbreviations and programs of the field that are written with a capital but name no person.
DOMEIN = _lijst(
    "roma sinti swv tlv opp vot lpa rmc wams dpia avg uavg jgz ggz ggd cjg jgt mdo duo ocw vws bso "
    "pdc kdv sbo vso mbo havo vwo "
    "vmbo po vo so ib iber lvs lvo pgb wmo wlz zvw wpo wec wvo web amw smw bjz rvdk vt ghor nji ncj iq adhd add ass "
    "asperger tos dyslexie autisme leerplicht leerplichtwet jeugdwet jeugdzorg jeugdhulp jeugdteam wijkteam gemeente "
    "samenwerkingsverband inspectie onderwijsinspectie veilig thuis raad kinderbescherming jeugdbescherming leger "
    "heils halt reclassering politie justitie om rechtbank kinderrechter zivver parnassys magister somtoday kindkans "
    "esis topdossier teams outlook microsoft google whatsapp signal drive onedrive sharepoint zoom word excel office "
    "smartschool cito iep boom viso snappet social schools parro ouderportaal basispoort kennisnet onstage osiris "
    "eduarte trajectum edudex facet intergrip ldos oso eld vroegaanmelden digid eherkenning siswo convenant "
    "privacyconvenant bijlage artikel protocol meldcode verwijsindex lokaal lid sub wet akkoord nederland nederlands "
    "nederlandse engels engelse duits duitse frans franse turks turkse marokkaans marokkaanse pools poolse syrisch "
    "syrische europa europese oekraïne oekraïens oekraïense arabisch arabische brussel den haag kerst pasen "
    "pinksteren suikerfeest sinterklaas ramadan autoriteit persoonsgegevens ministerie minister kamer tweede eerste "
    "staat rijk provincie zuid-holland noord-holland burgemeester college wethouders b&w vng vo-raad po-raad mbo-raad "
    "zuid noord oost west januari februari maart april mei juni juli augustus september oktober november december jan "
    "feb mrt apr jun jul aug sep sept okt nov dec maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo "
    "do vr za zo internet corona covid islam islamitisch christelijk katholiek joods montessori dalton jenaplan "
    "freinet vrijeschool ai chatgpt copilot nazorg iban bsn e-mail email mail excel pdf usb wifi app ict teamviewer "
    "fg ap spanje spaans marokko turkije polen belgië duitsland frankrijk italië portugal griekenland engeland "
    "ierland suriname curaçao aruba antillen bulgarije roemenië hongarije tsjechië slowakije kroatië servië bosnië "
    "albanië oostenrijk zwitserland denemarken zweden noorwegen finland rusland syrië irak iran afghanistan eritrea "
    "ethiopië somalië soedan egypte tunesië algerije libië ghana nigeria kenia congo pakistan bangladesh "
    "indonesië china japan vietnam filipijnen thailand australië canada amerika brazilië colombia venezuela mexico"
)
DOMEIN_EINDE = tuple(
    (
        "ambtenaar behandelaar begeleider coördinator coordinator consulent medewerker werker plicht school zorg team "
        "hulp wet overleg verband opvang dienst raad college lyceum groep convenant bestuur ouder ouders arts "
        "pedagoog docent leider functionaris officer deskundige verpleegkundige plan formulier dossier verslag "
        "bescherming gegevens verzuim beleid onderwijs toestemming 'er -er ondersteuner specialist regisseur voogd "
        "agent therapeut instelling stichting gemeente expert manager leraar lerares leerkracht assistent "
    ).split()
)
DOMEIN_BEGIN = tuple(
    (
        "casus leerplicht privacy jeugd zorg school verzuim leerling onderwijs convenant gegevens dossier thuis "
        "ondersteuning persoons samenwerking toestemming bijzonder medisch ouder gemeente klas "
    ).split()
)
# Words that make the capitalised words behind them the name of an organisation or a place.
ORG_VOOR = _lijst(
    "basisschool school scholen schoolbestuur opvang kinderopvang peuterspeelzaal peuterspeelzalen peuteropvang kdv "
    "kdc bso stichting gemeente gemeenten college csg obs cbs pcb rkbs kbs pcbs ods sbo so vso lyceum gymnasium "
    "vereniging bureau team jeugdteam wijkteam sociaal ggz ggd cjg swv samenwerkingsverband huisartsenpraktijk "
    "praktijk instelling zorggroep zorgaanbieder aanbieder locatie ziekenhuis kliniek regio provincie stad dorp thuis "
    "mbo roc aoc organisatie groep kinderdagverblijf dagbehandeling instituut scholengroep scholengemeenschap "
    "schoolvereniging universiteit hogeschool programma systeem app platform methode project leger huis partij "
    "partijen bedrijf stagebedrijf werkgever fonds kerk moskee wijk buurt eiland jeugdzorg jeugdhulp jeugdbescherming "
    "jeugdhulpaanbieder ambulatorium behandelcentrum centrum expertisecentrum gezinshuis logeerhuis woongroep "
    "wijkcentrum internaat brugklas praktijkschool praktijkonderwijs isk azc coa opdc"
)
ORG_NA = _lijst(
    "college school scholen scholengroep lyceum gymnasium stichting kinderopvang opvang zorg jeugdzorg jeugdhulp "
    "groep onderwijs onderwijsgroep mavo havo vmbo mbo vso sbo instituut centrum ggz ggd cjg team teams bso praktijk "
    "kliniek ziekenhuis foundation academie academy methode methodiek akkoord wet model drive scholengemeenschap "
    "regio gemeente pro basisschool jeugd welzijn"
)
# Given names that a dictionary also knows, but that nearly always are a name.
ECHTE_NAMEN = _lijst(
    "aafje adele albert alexander anita arie ariëtte aron astrid barend bente boudewijn bram charles chris daan "
    "daantje daisy dirk doortje douwe dries dylan eddy ellen elsje emir erika eva evert felien ferry fokke foppe "
    "frank geert geertje gemma hans hannes hein heleen hendrik henry ida jaap jade janneke jeannet jelle joep "
    "johannes jonas jonathan joop juan karel karen karin kees kelly kim klaas klaske koen koos krijn lasse leopold "
    "lotte loek luna maarten maartje madison marc margriet marjolein mara maya mieke mila milan mirte mohammed nick "
    "noor noortje noud oscar otto pascal peter pieter piet quint quinten rachel reinier rené rico rik rob robbert "
    "robert rowan ruby ruben sabijn sara sem sjaak sydney teun thomas tiffany tim timo tommy vicky wouter willem "
    "willempje wim zoë sofie sophie nora nina noah mats mia mirthe menno mika moos nova pim puk siem siebe sven stijn "
    "tess thijs tygo tijn vince yara youssef yusuf ayoub bilal aisha fatima hamza ibrahim imane ilias khadija malika "
    "mustafa nadia naima omar rachid samira soufiane yassin zakaria emre mehmet ayşe ayse elif hatice zeynep deniz "
    "ali ahmed ahmet hassan hussein amira lina ilyas anass anouar dounia ouassim shanaya shaquille gyano rishi priya "
    "sharmila anjali jaïr jairzinho dewi oliwia zuzanna kacper wojciech katarzyna malgorzata agnieszka piotr tomasz "
    "pawel jakub szymon zofia maja antoni natalia magdalena krzysztof abdirahman abdi fadumo hodan yohannes selam "
    "sietske wytze sjoerd jildou anke boukje hanneke truus gerrit gerrit-jan henk gerda greet jannie cor corrie "
    "leendert adriaan teunis aagje neeltje pleun lizzy liv lieke fenna jens jesse sam gijs jip wout kaan puck mae "
    "faas duuk amine floris hidde esra dave ali tim kim mia noa amy ivo leo lea ian kai kaj jay roy lia zoe ayla eva "
    "dani joey finn senna jayden tessa joris jesse tom evi eda ela ece efe cem ivy liz luc ria udo yvo jos jef jac "
    "ewa ron ted naz nur sid hugo dex julia julian laura levi liam lucas luuk"
)
# Given names that are also everyday words: with a capital in the middle of a sentence or behind a role they count.
WOORD_NAMEN = _lijst(
    "roos mees storm bloem mei lot bas jan fleur sterre beer wolf boris guus fien noor jet bo puck job tom ben mark "
    "jack isa iris jasmijn merel linde madelief lente zomer winter amber robin raven flo belle rover bowie river sky "
    "ties pip lente maan vos abel bob bobby bart els ton jop hugo marit rens finn fee vera floor jip faas jade joy "
    "duuk jolijn saar max sam jef bram gijs daan dex mark luna nova elin"
)
# Given names so like a word or a term of the field that lower case never counts.
GEVAAR = _lijst(
    "fake take bene sake medina islam terra king don ben tan gelt germ fine nanny mine tes tin lucky tao zen sen tea "
    "pep pom dies han ale ad ida-formulier alia amor aya bin bono brandy buddy cas chester clark coco earl elan erin "
    "eros franc goof hager hee hui jazz joe jon juan kik king koene lev lion lux maas mana mary meg meis melis mille "
    "mink nada nelson parker pax ping pita rea rim rio rut sang sema sima sui tai timber tori valentijn viola vita vu "
    "walt wester wies wolfram yang yin age aden dale hale kane meta prince raja roma seine seven sing thai valiant "
    "welt des ene den ans aal ane dia ina una per als mede eind ster bijl lief data mail link ada vera mister miss "
    "geen april june may august sunny happy pia wam lex iban cito google ias pien-formulier july done love"
)
# Frequent surnames that are also everyday words; they complete a first name, also in lower case.
ACHTERNAMEN = _lijst(
    "bakker visser smit smits mulder bos boer groot vos vries peters hendriks jansen janssen jong dekker dijkstra "
    "meijer meyer koster kok kuiper koning prins wit graaf haan brouwer schouten verhoeven molenaar timmerman kramer "
    "post postma schipper sanders willems jacobs huisman wolff wolf boer beer ruiter bruin zwart lange korte vink "
    "haas valk kraan blok veen meer berg heuvel velde dam dijk ven leeuwen linden hoek broek plas poel kerk molen "
    "bosch beek loon ham horst hart ras bloem roos advocaat schaap kuipers snijders snijder slager jager visscher "
    "veenstra hofman hoogland kamp kroon kruis kuijper maas mol otten pol pool rood romeijn scholten spaan stam tuin "
    "vermeer vogel vroom wagenaar wal winter zomer zand zwaan witte zijlstra tanis kievit breen krijger looij "
    "brouwers boers aydin celik demir kaya sahin yildiz ozturk öztürk yilmaz yılmaz özdemir ozdemir arslan kilic koc "
    "polat amrani bouzian bakkali benali idrissi ouali haddou alaoui tahiri kowalska kowalski nowak wisniewski wojcik "
    "lewandowski kaminski gowrie ramdin moenir bihari ramlal jagroep pinas nguyen zhang chen wang singh khan hussain "
    "osman warsame mohamud tesfay ghebre janssens mertens"
)
# What a person does or has: an unknown capitalised word in front is a person.
PERSOONLIJK = (
    r"(?:spijbelt|woont|verzuimt|huilt|slaat|schreeuwt|snijdt|blowt|drinkt|stottert|zit (?:al "
    r"|nu )?(?:\w+ ){0,3}thuis|zit in (?:groep|klas)|zit op|"
    r"is (?:al |nu |vaak |weer |pas |net |erg |heel )?(?:ziek|\d{1,2}\b|zwanger|boos|agressief|jarig"
    r"|weggelopen|geschorst|hoogbegaafd|bang|verdrietig|"
    r"mishandeld|opgenomen|afwezig|gestopt|verhuisd|geboren|overleden)|heeft (?:\w+ ){0,2}(?:adhd"
    r"|autisme|ass|add|astma|epilepsie|dyslexie|diabetes|"
    r"angst\w*|een \w*angst\w*|een (?:broer\w*|zus\w*|moeder|vader|tlv|opp|vriend\w*)|ruzie|blauwe"
    r"|suïcid\w*|hulp|jeugdhulp|schulden|verzuimd|gespijbeld|gemist|psych\w*|faalangst)|"
    r"wordt (?:\w+ ){0,2}(?:gepest|mishandeld|geslagen|behandeld|verwaarloosd|begeleid|\d{1,2}\b"
    r"|achttien|zestien|twaalf)|"
    r"komt (?:\w+ ){0,2}(?:niet opdagen|te laat|naar school|niet meer)|krijgt (?:\w+ ){0,2}(?:hulp"
    r"|jeugdhulp|medicatie|ritalin|therapie|begeleiding)|"
    r"gaat (?:\w+ ){0,3}naar (?:het|een|de|groep)|wil (?:niet|geen|zelf)|zelf (?:tekenen|beslissen)"
    r"|durft|eet|slaapt|liegt|steelt|vertelde?|zegt dat|zei dat|weigert)"
)

# Everyday words among the surnames that never complete a name in lower case without "van" or "de" in front.
NIET_LOS = _lijst(
    "jong groot lange korte wit zwart rood vroom hart winter zomer ras vogel mol pool kerk molen poort tuin zand wal "
    "haan loon ham beer boer wolf roos bloem advocaat schaap kruis maas stam spaan kamp hoek broek plas poel linden "
    "berg veld velde veen meer dam dijk ven blok valk vink haas kraan otten jager slager bruin prins koning graaf "
    "horst beek bosch heuvel romeijn pol kroon kaya polat koc"
)
# Surnames that are trades: alone, with a capital, behind a small word they count as a person.
BEROEP = _lijst(
    "bakker visser smit smits mulder bos meijer dekker kok kuiper brouwer schouten molenaar timmerman kramer schipper "
    "huisman koster jansen janssen peters hendriks"
)
# Surnames that count behind a bare "de".
DE_NAMEN = _lijst(
    "waal jong vries boer wit groot bruin haan graaf lange ruiter jager jonge bruijn goede rooij "
    "ruijter kok groote waard "
    "wilde"
)
# After these the month names that are also given names are months.
MAANDCUE = _lijst(
    "in vanaf sinds per eind begin tot half medio voor na rond van om tussen en t/m maand dit deze vorige volgende"
)
MAANDNAMEN = _lijst("jan mei april juli augustus june frans")
# Abbreviations written with a point behind each letter; they are no initials.
AFKORTING = _lijst(
    "oa ivm dmv tav mbt nav aub zsm ed dd miv ipv tov bv nv vof rk pc ovv mw tgv zgn ggd ggz ma mi nb ps va vd zoz "
    "bijv tm ca iov ovb ic adv rd eo nh zh nb mavo tnv jl ik ib"
)
# Adjectives that are part of a nickname when written with a capital: Lange Lou, Dikke Daan.
BIJNAAM = _lijst(
    "lange kleine dikke rooie rode zwarte witte gekke stoere blonde boze mooie zotte malle schele dove stille"
)
# What people call after a pupil with a hyphen: the Daan-dossier.
NAAMDING = _lijst(
    "dossier zaak overleg casus gesprek kwestie verslag verhaal mail map plan probleem incident bespreking situatie "
    "rapport lijst geval affaire toestand melding formulier moeder vader ouders gezin familie"
)
# In front of these an adjective describes, and is no part of a nickname: "een boze Daan".
LIDWOORD = _lijst("de het een mijn onze ons die deze zijn haar hun")
# Organisations of youth care whose name is also a rare given name: a person only when the words around it say so.
ORG_ALS_NAAM = _lijst("enver")
# Words that only name an organisation when what follows is not plainly a first name.
ORG_ZWAK = _lijst(
    "school scholen gemeente wijkteam jeugdteam swv ggz ggd cjg jgz team partij praktijk instelling opvang "
    "organisatie aanbieder kerk kinderopvang groep bedrijf werkgever jeugdzorg jeugdhulp jeugdbescherming "
    "samenwerkingsverband bso thuis huis wijk buurt ziekenhuis"
)

# Names of persons that name a condition, a school or a method.
BEGRIPPEN = (
    "Gilles de la Tourette",
    "Tourette",
    "syndroom van Down",
    "Anne Frank",
    "Willem de Zwijger",
    "Jan van Gent",
    "Prins Maurits",
    "Johan Friso",
    "Willem van Oranje",
    "Koning Willem",
    "Dr. Schaepman",
    "Juliana van Stolberg",
    "Maria Montessori",
    "Rots en Water",
    "'s Heeren Loo",
    "Heeren Loo",
    "Junior Einstein",
    "Jip en Janneke",
    "Zwarte Piet",
    "Sint en Piet",
    # Methods and tests that carry a name.
    "Roos van Leary",
    "Jan Ligthart",
    "Peter Petersen",
    "Rudolf Steiner",
    "Helen Parkhurst",
    "Van Hiele",
    # Care, schools and hospitals named after a person, with the whole name.
    "Pieter van Foreest",
    "William Schrikker",
    "Leo Kannerhuis",
    "Dr. Leo Kannerhuis",
    "Reinier van Arkel",
    "Reinier de Graaf",
    "Jeroen Bosch",
    "Albert Schweitzer",
    "Vincent van Gogh",
    "Wilhelmina Kinderziekenhuis",
    "Emma Kinderziekenhuis",
    "Juliana Kinderziekenhuis",
    "Prinses Máxima Centrum",
    "Prinses Maxima Centrum",
    "Hendrik Pierson",
    "Willem de Kooning",
    "Titus Brandsma",
    "Pieter Jelles",
    "Karel de Grote",
    "Thomas More",
    "Johan de Witt",
    "Lucas Onderwijs",
    "Max Ernst",
    "Rudolf Magnus",
    "Gerrit van der Veen",
)
