# Words of the information portal in Ukrainian: frame, alerts, guides, help, emergencies.
# What is not here is shown in English, marked as such.

brand = safe.brussels
language-name = Українська
entrance-text = Сповіщення, поради та допомога у Брюссельському столичному регіоні

## Frame of every page

skip-to-content = Перейти до змісту
strip-label = Екстрені номери
strip-112 = швидка допомога, пожежники
strip-101 = поліція
strip-without-voice = Не чуєте або погано чуєте?
search-label = Пошук на порталі
search-button = Шукати
menu = Меню
nav-label = Головна навігація
nav-alerts = Сповіщення
nav-guides = Що робити?
nav-advice = Запобігання
nav-help = Знайти допомогу
nav-permits = Зброя та дозволи
nav-observatory = Обсерваторія
nav-plans = Плани
language-label = Мова
language-label-footer = Цей портал іншою мовою
breadcrumbs-label = Ви тут
home = Головна
footer-emergency = У надзвичайній ситуації
footer-emergency-text = Цей портал не замінює екстрених номерів. Ви в небезпеці? Телефонуйте безпосередньо.
footer-be-alert = Зареєструватися в BE-Alert
footer-portal = На цьому порталі
footer-about = Про нас
footer-publisher = safe.brussels, Брюссельський столичний регіон
link-campaigns = Кампанії
link-dossiers = Кризові досьє
link-datasets = Цифри та дані
link-projects = Субсидовані проєкти
link-calls = Конкурси проєктів
link-agenda = Календар
link-news = Новини
link-areas = Муніципалітети та поліцейські зони
link-glossary = Словник
link-sitemap = Карта сайту
link-about = Установа
link-about-accessibility = Доступність
link-about-privacy = Приватність
link-about-legal-notice = Правова інформація
link-about-open-data = Відкриті дані
link-about-contact = Контакти

## Front page

home-title = Сповіщення, запобігання та допомога у Брюсселі
home-heading = Знати, що робити, у потрібний момент
home-lede = Чинні сповіщення, правильні дії та служби допомоги в дев’ятнадцяти муніципалітетах Брюссельського столичного регіону.
home-receive = Отримувати сповіщення
home-help = Знайти допомогу
home-tasks = Що ви шукаєте?
home-task-guides = Що робити в разі небезпеки?
home-task-guides-text = Короткі пам’ятки: до, під час і після.
home-task-advice = Захистити себе
home-task-advice-text = Поради щодо крадіжок, шахрайства, переслідування та інших ризиків.
home-task-help = Знайти допомогу
home-task-help-text = Для потерпілих, свідків, дітей або щоб змінити власну поведінку.
home-task-permits = Зброя або дозвіл
home-task-permits-text = Яка процедура, які документи, який строк.
home-task-observatory = Зрозуміти цифри
home-task-observatory-text = Дослідження, опитування та дані Обсерваторії.
home-task-plans = Стежити за планами
home-task-plans-text = Заходи загального плану безпеки та запобігання.
home-guides = Правильні дії
home-news = Головне
home-publications = Останні публікації
home-campaigns = Кампанії
see-all-of = Переглянути все: { $title }

## Alerts

alerts-title = Сповіщення
alerts-lede = Чинні сповіщення в Регіоні та ті, що щойно завершилися.
alerts-now = Зараз
alerts-empty = Чинні сповіщення з’являються тут. Якщо їх немає, це місце порожнє.
alerts-all = Усі сповіщення
alerts-complement = Цей портал доповнює BE-Alert, 112 і 101. Він їх не замінює.
alerts-data = Для інших систем
alerts-data-text = Ті самі сповіщення як відкриті дані:
alerts-guides = Що робити під час сповіщення?
copy-note = Немає з’єднання. Копія, час:

receive-title = Отримувати сповіщення
push-lede = Повідомлення на телефон або комп’ютер, коли сповіщення стосується ваших муніципалітетів. Воно одразу каже, що робити.
push-privacy = Без облікового запису, без адреси, без геолокації: ми зберігаємо лише ваш вибір і технічну адресу, яку дає браузер. Усе можна зупинити тут будь-коли.
push-no-script-title = Для цієї сторінки потрібен JavaScript
push-no-script = Повідомлення браузера не працюють без JavaScript. Інші способи отримувати сповіщення вказано нижче.
push-unsupported-title = Цей браузер не може отримувати повідомлення
push-unsupported = Спробуйте інший браузер або виберіть інший спосіб нижче.
push-ios-title = На iPhone та iPad спершу додайте портал на початковий екран
push-ios-1 = Торкніться кнопки «Поділитися» у браузері.
push-ios-2 = Виберіть «На початковий екран», потім «Додати».
push-ios-3 = Відкрийте портал з початкового екрана й поверніться на цю сторінку.
push-denied-title = Повідомлення заблоковано
push-denied = Браузер заблокував їх для цього порталу. Дозвольте їх у налаштуваннях і перезавантажте сторінку.
push-subscribed-title = Ви отримуєте сповіщення
push-subscribed = Ви можете змінити вибір, перевірити повідомлення або все зупинити.
push-saved = Ваш вибір збережено.
push-test-sent = Пробне повідомлення надіслано. Нічого немає через хвилину? Перевірте беззвучний режим і налаштування повідомлень.
push-stopped = Готово: ви більше не отримуватимете повідомлень, ваш вибір видалено.
push-failed-title = Не вдалося
push-failed = Перевірте з’єднання та спробуйте ще раз за кілька хвилин.
push-areas = Ваші муніципалітети
push-areas-hint = Дім, робота, школа: виберіть усі важливі для вас.
push-areas-all = Увесь Регіон
push-areas-missing = Виберіть принаймні один муніципалітет
push-language = Мова повідомлень
push-severity = Починаючи з якого рівня?
push-categories = Вибрати теми
push-categories-hint = Спочатку позначено все. Сповіщення найвищого рівня надходить завжди.
push-subscribe = Отримувати сповіщення
push-save = Зберегти мій вибір
push-test = Перевірити мій телефон
push-stop = Більше нічого не отримувати
push-other = Інші способи отримати попередження
push-other-be-alert = повідомлення від влади через SMS, дзвінок або електронну пошту
push-other-page = можна переглянути будь-коли, також без з’єднання
push-other-feed = для читача стрічок
form-problem = Чогось бракує
severity-minor-hint = обмежені незручності, варто знати
severity-moderate-hint = можлива небезпека для людей або майна
severity-severe-hint = значна небезпека
severity-extreme-hint = лише виняткова небезпека
## Lists and pages

guides-title = Що робити в разі небезпеки?
guides-lede = Пам’ятка для кожного ризику: до, під час, після. Пам’ятки можна читати без з’єднання на пристрої, де ви відкривали портал.
advice-title = Поради щодо запобігання
advice-lede = Як уникнути крадіжки, шахрайства чи нещасного випадку й що робити, якщо це сталося.
publications-title = Публікації
datasets-title = Цифри та дані
campaigns-title = Кампанії
dossiers-title = Кризові досьє
plans-title = Плани безпеки та запобігання
glossary-title = Словник
projects-title = Субсидовані проєкти
calls-title = Конкурси проєктів
agenda-title = Календар
news-title = Новини
areas-title = Муніципалітети та поліцейські зони
areas-lede = Дев’ятнадцять муніципалітетів Регіону та поліцейська зона кожного.
areas-map = Карта дев’ятнадцяти муніципалітетів і поліцейських зон
areas-map-description = Кожен муніципалітет має колір своєї поліцейської зони. Список під картою дає ту саму інформацію.
areas-attribution = Контури: { $source }
area-zone = Поліцейська зона
area-zone-members = Муніципалітети зони
area-postcodes = Поштові індекси
area-partly = Спільний поштовий індекс
area-partly-text = { $codes }: лише для частини вулиць
area-nis = Код NIS
sitemap-title = Карта сайту
sitemap-lede = Усі сторінки порталу за розділами.
section-emergency = Надзвичайні ситуації
section-emergency-lede = Який номер у якій ситуації та як викликати допомогу без голосу.
section-help-pages = Зрозуміти й підготуватися
section-more = У цьому розділі
page-updated = Оновлено: { $date }
page-checked = перевірено: { $date }
page-sources = Джерела
page-links = Корисні посилання
page-timeline = Хронологія
page-related = Дивіться також
page-draft = Чернетка
page-draft-text = Цей текст ще готується, його ніхто не перевірив.
fallback-title = Цієї сторінки цією мовою ще немає
fallback-text = Нижче її показано такою мовою: { $language }. Вона є такими мовами:
list-in-language = мова: { $language }
## Help

help-title = Знайти допомогу
help-lede = Для вас або для когось іншого. Виберіть те, що найбільше схоже на вашу ситуацію.
help-notice = Якщо хтось може бачити ваш екран, скористайтеся іншим пристроєм. Вихід із цієї сторінки не стирає історію, а шпигунська програма бачить усе.
help-neutral-title = safe.brussels – інформація
help-phone = Телефон
help-call = Зателефонувати
help-services = Служби
help-services-lede = Служби допомоги за аудиторією та потребою.
help-services-find = Шукати в усіх службах
help-in-call-log = Номер залишається в журналі дзвінків вашого телефона.
help-cost-free = безкоштовно
help-cost-not-on-bill = не з’являється в рахунку
help-cost-on-bill = з’являється в рахунку
help-cost-bill-unknown = ми не знаємо, чи номер з’являється в рахунку
help-to-confirm = Слід уточнити у служби
help-hours = Години
help-hours-all = цілодобово, щодня
help-languages = Мови
help-languages-unknown = слід уточнити
help-site = Сайт служби
help-places = Адреса
help-mail = Електронна адреса
help-check-by-phone = Ця інформація вже не нова: уточніть телефоном.
help-emergency = Безпосередня небезпека: телефонуйте 112 або 101.
help-cost-not-free = платно
help-part-victims = Щоб зрозуміти й діяти
help-part-change = Щоб змінити власну поведінку
help-part-professionals = Для фахівців
help-part-project = Проєкти
exit-leave = Залишити цю сторінку
exit-hint = або двічі натисніть Esc

## Permits

permits-title = Зброя та дозволи
permits-apply = Яка процедура для мене?

## Other pages

shell-title = Сторінка
not-found-title = Такої сторінки немає
not-found-text = Можливо, її адреса змінилася. Скористайтеся пошуком або почніть з головної.

## Numbers and dates

number-decimal = ,
number-group = { "\u00A0" }
number-euro = { $amount } €
date-long = { $day } { $month } { $year }
date-month = { $month } { $year }
date-period = { $from } – { $until }
date-since = від { $from }
month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня
