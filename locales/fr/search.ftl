# Words of the search page. The names of kinds stand beside results and above them.

search-title = Recherche
search-empty = Écrivez un ou deux mots : un problème, un lieu, un service.
search-nothing = Aucune page trouvée. Essayez un mot plus simple ou plus général, ou un autre mot pour la même chose.
search-wait = La recherche se prépare. Attendez quelques secondes, puis relancez-la.
search-count =
    { $count ->
        [one] { $count } page trouvée
       *[other] { $count } pages trouvées
    }
search-meant = Résultats pour « { $words } ».
search-other-language = Page dans une autre langue : { $language }
search-filter = Choisir un type de page
search-pages = Pages de résultats
search-position = Page { $page } sur { $pages }
search-previous = Page précédente
search-next = Page suivante
search-privacy = Les mots que vous cherchez ne sont pas conservés.
search-help-title = Besoin d’aide, pour vous ou pour quelqu’un d’autre ?

search-kind-all = Tout
search-kind-advice = Conseils
search-kind-guide = Que faire
search-kind-help = Aide
search-kind-page = Pages
search-kind-area = Communes
search-kind-measure = Mesures des plans
search-kind-plan = Plans
search-kind-theme = Thèmes des plans
search-kind-publication = Publications
search-kind-dataset = Chiffres
search-kind-campaign = Campagnes
search-kind-news = Actualités
search-kind-dossier = Dossiers de crise
