# Words of the information portal: header, footer, lists, notices, forms of the app shell.
# Terms without variables also reach the site's templates.

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
link-observatory = Обсерваторія
link-training = Навчання та професії
link-legal = Правова інформація
link-legal-accessibility = Доступність
link-legal-privacy = Приватність
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
see-all-of = Переглянути все: { $title }

## Alerts

alerts-title = Сповіщення
alerts-lede = Чинні сповіщення в Регіоні та ті, що щойно завершилися.
alerts-now = Зараз
alerts-empty = Наразі немає сповіщень. Нове сповіщення з’явиться тут саме.
alerts-over = Нещодавно завершилися
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
push-unanswered-title = Ваш браузер усе ще чекає на вашу відповідь
push-unanswered = Сповіщення надходять сюди, лише якщо ви дозволите їх показ. Виберіть «Запитати ще раз», а потім «Дозволити».
push-ask-again = Запитати ще раз
push-off-title = Повідомлення вимкнено на цьому пристрої
push-off = Сповіщення тут не з’являтимуться, доки ви знову їх не дозволите: виберіть «Зберегти мій вибір» і дозвольте повідомлення.
push-subscribed-title = Ви отримуєте сповіщення
push-subscribed = Ви можете змінити вибір, перевірити повідомлення або все зупинити.
push-saved = Ваш вибір збережено.
push-test-arrived = Перевірка надійшла на цей пристрій. Усе працює.
push-test-sent = Пробне повідомлення надіслано. Нічого немає через хвилину? Перевірте беззвучний режим і налаштування повідомлень.
push-stopped = Готово: ви більше не отримуватимете повідомлень, ваш вибір видалено.
push-wait = Хвилинку, форма готується…
push-slow = Форма затримується. Перезавантажте сторінку або спробуйте інший браузер. Інші способи отримувати сповіщення вказано нижче.
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
areas-attribution = Контури: Statbel, статистичні сектори (CC BY 4.0), об’єднані та спрощені
area-zone = Поліцейська зона
area-zone-members = Інші муніципалітети зони
area-postcodes =
    { $count ->
        [one] Поштовий індекс
       *[other] Поштові індекси
    }
area-partly =
    { $count ->
        [one] Спільний поштовий індекс
       *[other] Спільні поштові індекси
    }
area-partly-text = { $codes }: лише для частини вулиць
area-nis = Код NIS
sitemap-title = Карта сайту
sitemap-lede = Усі сторінки порталу за розділами.
section-emergency = Надзвичайні ситуації та кризи
section-emergency-lede = Номери, сповіщення, ризики, місцеві заходи та допомога після.
section-legal = Правова інформація
section-legal-lede = Доступність, приватність та умови користування.
section-observatory = Обсерваторія
section-observatory-lede = Як збирають і читають цифри.
section-training = Навчання та професії
section-training-lede = Навчання запобіганню, безпеці та рятуванню, і професії в цій сфері.
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
## Other lists and pages

advice-online-report = Заява онлайн
advice-online-report-yes = Про це можна повідомити поліцію онлайн на Police-on-Web.
agenda-coming = Незабаром
agenda-coming-none = Наразі жодного заходу не оголошено.
agenda-lede = Зустрічі, навчання та навчальні дні: майбутні й минулі.
agenda-past = Минуло
agenda-past-none = Тут поки що немає минулих заходів.
area-projects = Проєкти в цьому муніципалітеті
audience-commuters = Ті, хто їздить на роботу
audience-firms = Компанії
audience-parents = Батьки
audience-residents = Мешканці
audience-schools = Школи
audience-seniors = Літні люди
audience-site-managers = Керівники об’єктів
audience-tourists = Гості міста
audience-traders = Торгівля
audience-victims = Потерпілі
audience-young = Молодь
call-budget = Бюджет: { $amount }
call-closed = Закрито { $date }
call-open = До { $date }
calls-lede = Що відкрито, і попередні конкурси.
calls-open = Відкриті конкурси
calls-none = Сьогодні на цьому порталі немає відкритих конкурсів. Новий конкурс з’явиться тут із датами. А поки можете пошукати тут:
calls-past = Попередні конкурси
campaign-archived = Завершено
campaign-audiences = Аудиторія
campaign-channels = Канали
campaign-current = Триває
campaign-kit = Для поширення
campaign-kit-download = Завантажити тексти
campaign-kit-text = Муніципалітети, школи, об’єднання: використовуйте ці тексти без змін.
campaign-languages = Мови
campaign-period = Період
campaign-themes = Теми
campaigns-lede = Повідомлення для перегляду й поширення.
compare-caption = Заходи на ту саму тему
compare-lede = Заходи на ту саму тему поруч.
compare-title = Порівняти два плани
dataset-anomaly = Суперечність у джерелі
dataset-csv = Завантажити дані (CSV)
dataset-missing = немає даних
dataset-period = Період: { $period }
dataset-publications = Публікація
dataset-source = Джерело: { $source }
dataset-table = Переглянути таблицю
datasets-lede = Кожна таблиця з діаграмою, джерелом і файлом для використання.
datasets-safety = Безпека у Брюсселі
datasets-field = Профілактика й допомога на місцях
datasets-tools = Камери та дрони
datasets-money = Бюджет і видатки
datasets-staff = Персонал і навчання
document-000 = BPS, річний звіт 2020
document-001 = safe.brussels, річний звіт 2022
document-002 = Загальний план безпеки та запобігання 2017-2020
document-003 = Презентація в Парламенті Брюсселя, лютий 2017
document-004 = Договір про безпеку та суспільство 2018-2019, Місто Брюссель
dossier-archived = Закрите досьє, збережене для ознайомлення. Описані заходи вже не діють.
dossier-authority = Орган влади
dossier-level = Рівень управління
dossiers-lede = Що сталося, правила, теми та корисні посилання.
glossary-lede = Слова та скорочення безпеки й запобігання у Брюсселі.
kit-card = Картка
kit-leaflet = Буклет
kit-poster-text = Текст плаката
kit-short-text = Короткий текст
moment-day = Удень
moment-evening = Увечері
moment-holidays = Канікули
moment-night = Уночі
news-lede = Що нового.
place-event = Захід
place-home = Удома
place-online = Онлайн
place-public-transport = Громадський транспорт
place-school = Школа
place-shop = Крамниця
place-street = На вулиці
plan-counts = теми: { $themes }, заходи: { $measures }
plan-current = Найновіший план
plan-former = Попередній план
plan-measure = Захід { $number }
plan-measures = Заходи
plan-next = Наступний захід
plan-partners = Партнери
plan-phase = Етап
plan-previous = Попередній захід
plan-projects = Пов’язані проєкти
plan-status = Стан
plan-status-done = виконано
plan-status-planned = заплановано
plan-status-started = розпочато
plan-successor = В іншому плані
plan-theme = Тема { $number }
plan-themes = Теми
plans-lede = Регіональні плани, захід за заходом, із джерелами.
project-amount = Субсидія
project-owner = Виконавець
project-year = Рік
projects-lede = Хто що робить, де та з якою підтримкою Регіону.
publication-citation = Для цитування
publication-datasets = Цифри цієї публікації
publication-date = Дата виходу
publication-languages = Мови видання
publication-legal-deposit = Обов’язковий примірник
publication-number = Номер
publication-planned = Оголошено
publication-series = Серія
publications-lede = Звіти, дослідження та опитування з цифрами та джерелами.
section-about = Про safe.brussels
section-about-lede = Хто що робить, як і якими засобами.
series-annual-report = Річні звіти
series-cahier = Cahiers Обсерваторії
series-evaluation = Оцінювання
series-flash-paper = Flash Papers
series-focus = Focus Обсерваторії
series-guide = Посібники
series-report = Звіти
series-survey = Опитування
subject-bicycle = Велосипед
subject-burglary = Крадіжка зі зламом
subject-cyber = Онлайн
subject-discrimination = Дискримінація та ненависть
subject-drugs = Наркотики
subject-fire = Пожежа
subject-first-aid = Перша допомога
subject-fraud = Шахрайство
subject-harassment = Переслідування
subject-home = Удома
subject-road = Дорожній рух
subject-safety-at-work = Безпека праці
subject-street = На вулиці
subject-theft = Крадіжка
subject-trade = Торгівля
page-source-document = { $title }

## Help

help-title = Знайти допомогу
help-lede = Для вас або для когось іншого. Виберіть те, що найбільше схоже на вашу ситуацію.
help-notice = Якщо хтось може бачити ваш екран, скористайтеся іншим пристроєм. Вихід із цієї сторінки не стирає історію, а шпигунська програма бачить усе.
help-no-script = Без JavaScript кнопка «Назад» може повернути на ці сторінки: ідучи, закрийте вкладку.
help-neutral-title = safe.brussels – інформація
help-phone = Телефон
help-call = Зателефонувати
help-services = Служби
help-services-lede = Служби допомоги за аудиторією та потребою.
help-services-find = Шукати в усіх службах
help-in-call-log = Номер залишається в журналі дзвінків вашого телефона.
help-cost-free = безоплатно
help-cost-not-on-bill = не з’являється в рахунку
help-cost-on-bill = з’являється в рахунку
help-cost-bill-unknown = ми не знаємо, чи номер з’являється в рахунку
help-cost-unknown = ми не знаємо, чи дзвінок платний
help-to-confirm = Слід уточнити у служби
help-no-channel = Сьогодні немає підтвердженого способу зв’язатися з цією службою.
help-call-instead = Щоб поговорити з кимось зараз: { $numbers }.
help-hours = Години
help-hours-all = цілодобово, щодня
help-languages = Мови
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
help-filter-brochure = Брошура для друку (PDF)
exit-leave = Вийти з цієї сторінки
exit-hint = або двічі натисніть Esc

## Permits

permits-title = Зброя та дозволи
permits-apply = Яка процедура для мене?
permits-age = не старше ніж { $length }
permits-amount-unknown = суму має підтвердити служба
permits-appeal = Оскарження
permits-apply-text = Кількох запитань досить, щоб дізнатися процедуру та компетентний орган.
permits-article = { $act }, ст. { $article }
permits-articles = { $act }, ст. { $list } і { $last }
list-between = { "; " }
list-separator = { ", " }
permits-authorities = Хто що робить
permits-authority = Орган, що ухвалює рішення
permits-day-count = Як рахують дні
permits-deadlines = Строки
permits-documents = Документи
permits-essentials = Коротко
permits-facts = Правила
permits-fees = Збір
permits-lede = Яка процедура для якої зброї, які документи, які строки та хто вирішує.
permits-legal-basis = Правова основа
permits-model = Зразок
permits-need-alternative = замість іншого документа
permits-need-optional = необов’язково
permits-need-required = обов’язково
permits-when-applicant-company = лише якщо ви подаєте заяву для компанії
permits-when-answer-acting-for-other = лише якщо ви дієте за дорученням від імені особи чи компанії
permits-when-answer-sport-licence-definitive = якщо у вас є остаточна ліцензія спортивного стрільця
permits-when-weapon-long-semi-automatic = лише для довгої напівавтоматичної зброї
permits-only-for = лише для: { $reasons }
permits-procedures = Процедури
permits-reasons = Законні підстави
permits-retention = Строк зберігання
permits-secondary = за вторинним джерелом
permits-stage-filing = при поданні
permits-stage-grant = при наданні
permits-to-confirm = має підтвердити служба
permits-unit-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
   *[other] { $count } днів
}
permits-unit-weeks = { $count ->
    [one] { $count } тиждень
    [few] { $count } тижні
   *[other] { $count } тижнів
}
permits-unit-months = { $count ->
    [one] { $count } місяць
    [few] { $count } місяці
   *[other] { $count } місяців
}
permits-unit-years = { $count ->
    [one] { $count } рік
    [few] { $count } роки
   *[other] { $count } років
}

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

## Filters, files, registers, reading offline

filter-title = Звузити список
filter-words = Слово
filter-all = Усе
filter-count = Показано:
filter-count-of = з
filter-subject = Тема
filter-place = Місце
filter-audience = Для кого
filter-moment = Час
filter-theme = Напрям
filter-measure = Захід
filter-municipality = Муніципалітет
downloads-title = Для повторного використання
plan-csv = Заходи таблицею (CSV)
plan-json = Заходи для інших систем (JSON)
projects-csv = Проєкти таблицею (CSV)
agenda-ics = Додати до календаря (iCalendar)
agenda-effect = Очікуваний вплив: { $effect }
phase-prevention = Запобігання
phase-reaction = Реагування
phase-follow-up = Подальші дії
rules-title = Правила та місцеві повідомлення
rules-lede = Правила на час кризи, заходи бургомістрів, повідомлення про запобігання та роздачі, із терміном дії та джерелом.
rules-current = Чинні
rules-over = Уже не чинні
rules-none = Наразі немає правил чи місцевих повідомлень.
rules-kind = Вид
rules-level = Рівень
rules-place = Муніципалітет
rules-issuer = Ухвалив
rules-in-force = Термін
rules-legal = Правова підстава
rules-amends = Змінює
rules-amended = Змінено
rules-map = Відповідні муніципалітети
rules-map-description = Муніципалітети, де діє захід чи повідомлення, зафарбовано. Список під картою містить те саме.
bulletin-rule = Кризове правило
bulletin-measure = Захід муніципалітету
bulletin-notice = Профілактичне повідомлення
bulletin-distribution = Роздача
issuer-communal = муніципалітет
issuer-regional = Регіон
issuer-federal = федеральна держава
link-rules = Правила та місцеві повідомлення
link-emergency = Надзвичайні ситуації та кризи
area-services = Послуги поруч
area-adviser = Поради щодо захисту від крадіжок
area-prevention = Служба запобігання
area-police-site = Місцева поліція
area-local-plan = Місцевий план запобігання
area-antennas = Осередки LISA
area-not-known = Ще не підтверджено
area-notices = Повідомлення в цьому муніципалітеті
area-notices-none = Наразі немає повідомлень для цього муніципалітету.
area-feed = Стежити за повідомленнями муніципалітету (Atom)
areas-find = Муніципалітет або поштовий індекс
kit-sheet = Аркуш для друку
kit-missing = Ще немає цією мовою
offline-title = Читати й шукати без мережі
offline-lede = Пам’ятки «Що робити?» та головне з порад лишаються на цьому пристрої. Шукати можна без мережі.
offline-search = Що ви шукаєте?
offline-hint = Ваш пошук лишається на цьому пристрої.
offline-none = Тут нічого не знайдено. Спробуйте інше слово або повний пошук, коли з’явиться мережа.
offline-no-script = Для пошуку без мережі потрібен JavaScript. Пам’ятки нижче читаються й без нього.
link-offline = Читати без мережі
audience-professionals = Фахівці
audience-drug-users = Люди, які вживають наркотики
audience-homeless = Бездомні люди
audience-newcomers = Новоприбулі
audience-perpetrators = Особи, які вчинили насильство
audience-workers = Працівники
channel-posters = плакати
channel-social-media = соціальні мережі
channel-web = вебсайт
channel-brochure = брошура
channel-film = фільм
channel-influencers = інфлюенсери
channel-loudspeaker = гучномовець
channel-media = преса
channel-municipalities = муніципалітети
channel-radio = радіо
channel-sheets = пам’ятки
channel-television = телебачення
theme-cyber = кібербезпека
theme-domestic-violence = домашнє насильство
theme-harassment = домагання
theme-health = здоров’я
theme-institution = установа
theme-polarisation = поляризація
theme-respect = повага
theme-theft = крадіжка
theme-trafficking = торгівля людьми
day-first = 1
date-period-days = { $from } – { $until }
date-period-elided = { $from } – { $until }
date-period-to-day = { $from } – { $until }
date-period-to-day-elided = { $from } – { $until }
date-period-from-day = { $from } – { $until }
date-from-day = з { $from }
date-period-month = { $first }–{ $until }
date-since-day = від { $from }
terms-title = Пояснення скорочень
