# Words of the search page. The names of kinds stand beside results and above them.

search-title = Suche
search-empty = Geben Sie ein oder zwei Wörter ein: ein Problem, einen Ort, einen Dienst.
search-nothing = Keine Seite gefunden. Versuchen Sie ein einfacheres oder allgemeineres Wort oder ein anderes Wort für dasselbe.
search-wait = Die Suche wird vorbereitet. Warten Sie ein paar Sekunden und suchen Sie dann noch einmal.
search-count =
    { $count ->
        [one] { $count } Seite gefunden
       *[other] { $count } Seiten gefunden
    }
search-meant = Ergebnisse für „{ $words }“.
search-other-language = Seite in einer anderen Sprache: { $language }
search-filter = Art der Seite wählen
search-pages = Ergebnisseiten
search-position = Seite { $page } von { $pages }
search-previous = Vorherige Seite
search-next = Nächste Seite
search-privacy = Die Wörter, nach denen Sie suchen, werden nicht gespeichert.
search-help-title = Brauchen Sie Hilfe, für sich oder für jemand anderen?

search-kind-all = Alles
search-kind-advice = Ratschläge
search-kind-guide = Was tun
search-kind-help = Hilfe
search-kind-page = Seiten
search-kind-area = Gemeinden
search-kind-measure = Maßnahmen der Pläne
search-kind-plan = Pläne
search-kind-theme = Themen der Pläne
search-kind-publication = Veröffentlichungen
search-kind-dataset = Zahlen
search-kind-campaign = Kampagnen
search-kind-news = Aktuelles
search-kind-dossier = Krisendossiers
