# Words of the search page. The names of kinds stand beside results and above them.

search-title = Пошук
search-empty = Введіть одне або два слова: проблему, місце, службу.
search-nothing = Сторінок не знайдено. Спробуйте простіше чи загальніше слово або інше слово для того самого.
search-wait = Пошук готується. Зачекайте кілька секунд і пошукайте ще раз.
search-count = Знайдено сторінок: { $count }
search-meant = Результати для «{ $words }».
search-other-language = Сторінка іншою мовою: { $language }
search-filter = Виберіть тип сторінки
search-pages = Сторінки результатів
search-position = Сторінка { $page } з { $pages }
search-previous = Попередня сторінка
search-next = Наступна сторінка
search-privacy = Слова, які ви шукаєте, не зберігаються.
search-help-title = Потрібна допомога вам або комусь іншому?

search-kind-all = Усе
search-kind-advice = Поради
search-kind-guide = Що робити
search-kind-help = Допомога
search-kind-page = Сторінки
search-kind-area = Муніципалітети
search-kind-measure = Заходи планів
search-kind-plan = Плани
search-kind-theme = Теми планів
search-kind-publication = Публікації
search-kind-dataset = Цифри
search-kind-campaign = Кампанії
search-kind-news = Новини
search-kind-dossier = Кризові досьє
