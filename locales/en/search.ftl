# Words of the search page. The names of kinds stand beside results and above them.

search-title = Search
search-empty = Type one or two words: a problem, a place, a service.
search-nothing = No page found. Try a simpler or more general word, or another word for the same thing.
search-wait = Search is getting ready. Wait a few seconds, then search again.
search-count =
    { $count ->
        [one] { $count } page found
       *[other] { $count } pages found
    }
search-meant = Results for “{ $words }”.
search-other-language = Page in another language: { $language }
search-filter = Choose a type of page
search-pages = Pages of results
search-position = Page { $page } of { $pages }
search-previous = Previous page
search-next = Next page
search-privacy = The words you search for are not kept.
search-help-title = Need help, for yourself or for someone else?

search-kind-all = All
search-kind-advice = Advice
search-kind-guide = What to do
search-kind-help = Help
search-kind-page = Pages
search-kind-area = Municipalities
search-kind-measure = Measures of the plans
search-kind-plan = Plans
search-kind-theme = Themes of the plans
search-kind-publication = Publications
search-kind-dataset = Figures
search-kind-campaign = Campaigns
search-kind-news = News
search-kind-dossier = Crisis dossiers
