# Words of the search page. The names of kinds stand beside results and above them.

search-title = Zoeken
search-empty = Typ een of twee woorden: een probleem, een plaats, een dienst.
search-nothing = Geen pagina gevonden. Probeer een eenvoudiger of algemener woord, of een ander woord voor hetzelfde.
search-wait = De zoekfunctie start op. Wacht enkele seconden en zoek dan opnieuw.
search-count =
    { $count ->
        [one] { $count } pagina gevonden
       *[other] { $count } pagina’s gevonden
    }
search-meant = Resultaten voor ‘{ $words }’.
search-other-language = Pagina in een andere taal: { $language }
search-filter = Kies een soort pagina
search-pages = Pagina’s met resultaten
search-position = Pagina { $page } van { $pages }
search-previous = Vorige pagina
search-next = Volgende pagina
search-privacy = De woorden die u zoekt, worden niet bewaard.
search-help-title = Hulp nodig, voor uzelf of voor iemand anders?

search-kind-all = Alles
search-kind-advice = Advies
search-kind-guide = Wat te doen
search-kind-help = Hulp
search-kind-page = Pagina’s
search-kind-area = Gemeenten
search-kind-measure = Maatregelen van de plannen
search-kind-plan = Plannen
search-kind-theme = Thema’s van de plannen
search-kind-publication = Publicaties
search-kind-dataset = Cijfers
search-kind-campaign = Campagnes
search-kind-news = Nieuws
search-kind-dossier = Crisisdossiers
