# Words of the information portal: header, footer, lists, notices, forms of the app shell.
# Terms without variables also reach the site's templates.

brand = safe.brussels
language-name = العربية
entrance-text = إنذارات ونصائح ومساعدة في إقليم بروكسل العاصمة

## Frame of every page

skip-to-content = انتقل إلى المحتوى
strip-label = أرقام الطوارئ
strip-112 = إسعاف، إطفاء
strip-101 = شرطة
strip-without-voice = صعوبة في السمع أو صمم؟
search-label = البحث في البوابة
search-button = بحث
menu = القائمة
nav-label = التنقل الرئيسي
nav-alerts = الإنذارات
nav-guides = ماذا أفعل؟
nav-advice = الوقاية
nav-help = طلب المساعدة
nav-permits = الأسلحة والرخص
nav-observatory = المرصد
nav-plans = الخطط
language-label = اللغة
language-label-footer = هذه البوابة بلغة أخرى
breadcrumbs-label = أنت هنا
home = الصفحة الرئيسية
footer-emergency = في حالة الطوارئ
footer-emergency-text = هذه البوابة لا تحلّ محل أرقام الطوارئ. هل أنت في خطر؟ اتصل مباشرة.
footer-be-alert = التسجيل في BE-Alert
footer-portal = في هذه البوابة
footer-about = من نحن
footer-publisher = safe.brussels، إقليم بروكسل العاصمة
link-campaigns = حملات
link-dossiers = ملفات الأزمات
link-datasets = أرقام وبيانات
link-projects = مشاريع مدعومة
link-calls = دعوات لتقديم مشاريع
link-agenda = المواعيد
link-news = الأخبار
link-areas = البلديات ومناطق الشرطة
link-glossary = معجم المصطلحات
link-sitemap = خريطة الموقع
link-about = الهيئة
link-observatory = المرصد
link-training = التدريب والمهن
link-legal = معلومات قانونية
link-legal-accessibility = سهولة الوصول
link-legal-privacy = الخصوصية
link-about-contact = اتصل بنا

## Front page

home-title = إنذارات ووقاية ومساعدة في بروكسل
home-heading = أن تعرف ما العمل، في الوقت المناسب
home-lede = الإنذارات الجارية، والتصرف الصحيح، والخدمات التي تساعد، في البلديات التسع عشرة لإقليم بروكسل العاصمة.
home-receive = تلقّي الإنذارات
home-help = طلب المساعدة
home-tasks = عمّ تبحث؟
home-task-guides = ماذا أفعل عند الخطر؟
home-task-guides-text = بطاقات قصيرة: قبل الخطر وأثناءه وبعده.
home-task-advice = حماية نفسي
home-task-advice-text = نصائح ضد السرقة والاحتيال والمضايقة ومخاطر أخرى.
home-task-help = طلب المساعدة
home-task-help-text = لضحية أو شاهد أو طفل، أو لمن يريد تغيير سلوكه.
home-task-permits = سلاح أو رخصة
home-task-permits-text = أي إجراء، وأي وثائق، وأي مهلة.
home-task-observatory = فهم الأرقام
home-task-observatory-text = دراسات واستطلاعات وبيانات المرصد.
home-task-plans = متابعة الخطط
home-task-plans-text = تدابير الخطة الشاملة للأمن والوقاية.
home-guides = التصرف الصحيح
home-news = الأبرز
home-publications = أحدث المنشورات
see-all-of = عرض الكل: { $title }

## Alerts

alerts-title = الإنذارات
alerts-lede = الإنذارات الجارية في الإقليم وتلك التي انتهت للتو.
alerts-now = الآن
alerts-empty = لا يوجد إنذار حاليًا. يظهر أي إنذار جديد هنا تلقائيًا.
alerts-over = انتهت مؤخرًا
alerts-all = كل الإنذارات
alerts-complement = هذه البوابة تكمّل BE-Alert والرقمين 112 و101 ولا تحلّ محلها.
alerts-data = لأنظمة أخرى
alerts-data-text = الإنذارات نفسها كبيانات مفتوحة:
alerts-guides = ماذا أفعل أثناء الإنذار؟
copy-note = أنت غير متصل بالإنترنت. نسخة من الساعة

receive-title = تلقّي الإنذارات
push-lede = إشعار على هاتفك أو حاسوبك عندما يخصّ إنذارٌ إحدى بلدياتك. تقول لك الرسالة فورًا ما عليك فعله.
push-privacy = بلا حساب، بلا عنوان، بلا تحديد موقع: نحتفظ فقط باختياراتك وبالعنوان التقني الذي يعطيه متصفحك. يمكنك إيقاف كل شيء هنا في أي وقت.
push-no-script-title = هذه الصفحة تحتاج إلى JavaScript
push-no-script = لا تعمل إشعارات المتصفح بدون JavaScript. تجد أدناه طرقًا أخرى لتلقي الإنذارات.
push-unsupported-title = هذا المتصفح لا يستقبل الإشعارات
push-unsupported = جرّب متصفحًا آخر، أو اختر إحدى الطرق الأخرى أدناه.
push-ios-title = على iPhone وiPad، أضف البوابة أولًا إلى الشاشة الرئيسية
push-ios-1 = المس زر المشاركة في متصفحك.
push-ios-2 = اختر «إضافة إلى الشاشة الرئيسية» ثم «إضافة».
push-ios-3 = افتح البوابة من الشاشة الرئيسية وعُد إلى هذه الصفحة.
push-denied-title = الإشعارات محظورة
push-denied = حظرها متصفحك لهذه البوابة. اسمح بها في الإعدادات ثم أعد تحميل الصفحة.
push-unanswered-title = متصفحك ما زال ينتظر جوابك
push-unanswered = لا تصل الإنذارات إلى هنا إلا إذا سمحت بالإشعارات. اختر «السؤال من جديد» ثم «السماح».
push-ask-again = السؤال من جديد
push-off-title = الإشعارات معطّلة على هذا الجهاز
push-off = لن يظهر هنا أي إنذار ما لم تسمح بها من جديد: اختر «حفظ اختياراتي» واسمح بالإشعارات.
push-subscribed-title = أنت تتلقى الإنذارات
push-subscribed = يمكنك تغيير اختياراتك أو تجربة إشعار أو إيقاف كل شيء.
push-saved = تم حفظ اختياراتك.
push-test-arrived = وصلت التجربة إلى هذا الجهاز. كل شيء يعمل.
push-test-sent = إشعار تجريبي في الطريق. لم يصل شيء بعد دقيقة؟ تحقق من الوضع الصامت ومن إعدادات الإشعارات.
push-stopped = تم: لن تتلقى أي إشعار بعد الآن، وقد حُذفت اختياراتك.
push-wait = لحظة من فضلك، يجري تحضير الاستمارة…
push-slow = تأخر ظهور الاستمارة. أعد تحميل الصفحة أو جرب متصفحًا آخر. تجد أدناه طرقًا أخرى لتلقي الإنذارات.
push-failed-title = لم ينجح ذلك
push-failed = تحقق من اتصالك وحاول مجددًا بعد بضع دقائق.
push-areas = بلدياتك
push-areas-hint = المنزل، العمل، المدرسة: اختر كل ما يهمك.
push-areas-all = كل الإقليم
push-areas-missing = اختر بلدية واحدة على الأقل
push-language = لغة الرسائل
push-severity = ابتداءً من أي درجة خطورة؟
push-categories = اختيار المواضيع
push-categories-hint = كل شيء محدد في البداية. الإنذار البالغ الخطورة يصل دائمًا.
push-subscribe = تلقّي الإنذارات
push-save = حفظ اختياراتي
push-test = اختبار هاتفي
push-stop = عدم تلقي أي شيء
push-other = طرق أخرى لتلقي الإنذارات
push-other-be-alert = رسائل من السلطات عبر الرسائل القصيرة أو الهاتف أو البريد الإلكتروني
push-other-page = يمكن الاطلاع عليها متى شئت، حتى بدون اتصال
push-other-feed = لقارئ الخلاصات
form-problem = هناك شيء ناقص
severity-minor-hint = إزعاج محدود، من المفيد معرفته
severity-moderate-hint = خطر محتمل على الأشخاص أو الممتلكات
severity-severe-hint = خطر كبير
severity-extreme-hint = خطر استثنائي فقط
## Lists and pages

guides-title = ماذا أفعل عند الخطر؟
guides-lede = بطاقة لكل خطر: قبل، أثناء، بعد. تبقى البطاقات مقروءة بدون اتصال على الجهاز الذي فتحت عليه البوابة.
advice-title = نصائح وقائية
advice-lede = كيف تتجنب السرقة أو الاحتيال أو الحادث، وماذا تفعل إذا حدث.
publications-title = المنشورات
datasets-title = أرقام وبيانات
campaigns-title = حملات
dossiers-title = ملفات الأزمات
plans-title = خطط الأمن والوقاية
glossary-title = معجم المصطلحات
projects-title = مشاريع مدعومة
calls-title = دعوات لتقديم مشاريع
agenda-title = المواعيد
news-title = الأخبار
areas-title = البلديات ومناطق الشرطة
areas-lede = البلديات التسع عشرة للإقليم ومنطقة الشرطة لكل منها.
areas-map = خريطة البلديات التسع عشرة ومناطق الشرطة
areas-map-description = لكل بلدية لون منطقة الشرطة الخاصة بها. القائمة تحت الخريطة تعطي المعلومات نفسها.
areas-attribution = الحدود: Statbel، القطاعات الإحصائية (CC BY 4.0)، مدمجة ومبسطة
area-zone = منطقة الشرطة
area-zone-members = البلديات الأخرى في المنطقة
area-postcodes =
    { $count ->
        [one] الرمز البريدي
        [two] الرمزان البريديان
       *[other] الرموز البريدية
    }
area-partly =
    { $count ->
        [one] رمز بريدي مشترك
        [two] رمزان بريديان مشتركان
       *[other] رموز بريدية مشتركة
    }
area-partly-text = { $codes }: لجزء من الشوارع فقط
area-nis = رمز NIS
sitemap-title = خريطة الموقع
sitemap-lede = كل صفحات البوابة حسب القسم.
section-emergency = الطوارئ والأزمات
section-emergency-lede = الأرقام والإنذارات والمخاطر والإجراءات المحلية والمساعدة بعدها.
section-legal = معلومات قانونية
section-legal-lede = سهولة الوصول والخصوصية وشروط الاستخدام.
section-observatory = المرصد
section-observatory-lede = كيف تُجمع الأرقام وتُقرأ.
section-training = التدريب والمهن
section-training-lede = التدرّب على الوقاية والأمن والإنقاذ واتخاذها مهنة.
section-help-pages = الفهم والاستعداد
section-more = في هذا القسم
page-updated = آخر تحديث: { $date }
page-checked = تم التحقق في { $date }
page-sources = المصادر
page-links = روابط مفيدة
page-timeline = التسلسل الزمني
page-related = انظر أيضًا
page-draft = مسودة
page-draft-text = هذا النص قيد الإعداد ولم يُراجَع بعد.
fallback-title = هذه الصفحة غير موجودة بعد بهذه اللغة
fallback-text = تُعرض أدناه بهذه اللغة: { $language }. وهي موجودة باللغات:
list-in-language = اللغة: { $language }
## Other lists and pages

advice-online-report = بلاغ عبر الإنترنت
advice-online-report-yes = يمكن إبلاغ الشرطة بهذه الواقعة عبر الإنترنت، على Police-on-Web.
agenda-coming = قريبًا
agenda-coming-none = لا يوجد حاليًا أي موعد معلن.
agenda-lede = لقاءات ودورات وأيام دراسية، قادمة وماضية.
agenda-past = مواعيد سابقة
agenda-past-none = لا توجد هنا بعد أي فعاليات سابقة.
area-projects = مشاريع في هذه البلدية
audience-commuters = المتنقلون إلى العمل
audience-firms = الشركات
audience-parents = الأهل
audience-residents = السكان
audience-schools = المدارس
audience-seniors = كبار السن
audience-site-managers = مديرو المواقع
audience-tourists = الزوار
audience-traders = التجار
audience-victims = الضحايا
audience-young = الشباب
call-budget = الميزانية: { $amount }
call-closed = أُغلقت في { $date }
call-open = حتى { $date }
calls-lede = ما هو مفتوح، والدعوات السابقة.
calls-open = الدعوات المفتوحة
calls-none = لا توجد اليوم أي دعوة مفتوحة على هذه البوابة. ستظهر كل دعوة جديدة هنا مع مواعيدها. وفي انتظار ذلك يمكنكم البحث هنا:
calls-past = الدعوات السابقة
campaign-archived = انتهت
campaign-audiences = الفئة
campaign-channels = القنوات
campaign-current = جارية
campaign-kit = للنشر
campaign-kit-download = تنزيل النصوص
campaign-kit-text = البلديات والمدارس والجمعيات: انشروا هذه النصوص كما هي.
campaign-languages = اللغات
campaign-period = الفترة
campaign-themes = المواضيع
campaigns-lede = رسائل للاطلاع والنشر.
compare-caption = تدابير في الموضوع نفسه
compare-lede = التدابير التي تتناول الموضوع نفسه، جنبًا إلى جنب.
compare-title = مقارنة الخطتين
dataset-anomaly = تناقض في المصدر
dataset-csv = تنزيل البيانات (CSV)
dataset-missing = لا توجد بيانات
dataset-period = الفترة: { $period }
dataset-publications = المنشور
dataset-source = المصدر: { $source }
dataset-table = عرض الجدول
datasets-lede = كل جدول مع رسمه البياني ومصدره وملف لإعادة الاستخدام.
datasets-safety = الأمن في بروكسل
datasets-field = الوقاية والمساعدة في الميدان
datasets-tools = الكاميرات والطائرات المسيّرة
datasets-money = الميزانية والنفقات
datasets-staff = الموظفون والتدريب
document-000 = BPS، التقرير السنوي 2020
document-001 = safe.brussels، التقرير السنوي 2022
document-002 = الخطة الشاملة للأمن والوقاية 2017-2020
document-003 = عرض أمام برلمان بروكسل، فبراير 2017
document-004 = عقد الأمن والمجتمع 2018-2019، مدينة بروكسل
dossier-archived = ملف مغلق، محفوظ للاطلاع. التدابير المذكورة لم تعد سارية.
dossier-authority = السلطة
dossier-level = مستوى الإدارة
dossiers-lede = ما حدث، والقواعد، والمواضيع، وروابط مفيدة.
glossary-lede = كلمات واختصارات الأمن والوقاية في بروكسل.
kit-card = بطاقة
kit-leaflet = مطوية
kit-poster-text = نص ملصق
kit-short-text = نص قصير
moment-day = النهار
moment-evening = المساء
moment-holidays = العطل
moment-night = الليل
news-lede = كل ما هو جديد.
place-event = فعالية
place-home = في المنزل
place-online = على الإنترنت
place-public-transport = النقل العام
place-school = المدرسة
place-shop = المتجر
place-street = في الشارع
plan-counts = { $themes } محاور، { $measures } تدبيرًا
plan-current = أحدث خطة
plan-former = الخطة السابقة
plan-measure = التدبير { $number }
plan-measures = التدابير
plan-next = التدبير التالي
plan-partners = الشركاء
plan-phase = المرحلة
plan-previous = التدبير السابق
plan-projects = مشاريع مرتبطة
plan-status = الحالة
plan-status-done = منجز
plan-status-planned = مخطط له
plan-status-started = بدأ
plan-successor = في الخطة الأخرى
plan-theme = المحور { $number }
plan-themes = المحاور
plans-lede = الخطط الإقليمية، تدبيرًا تدبيرًا، مع مصادرها.
project-amount = الدعم المالي
project-owner = الجهة المنفذة
project-year = السنة
projects-lede = من يفعل ماذا، وأين، وبأي دعم من الإقليم.
publication-citation = للاقتباس
publication-datasets = أرقام هذا المنشور
publication-date = تاريخ النشر
publication-languages = لغات النشر
publication-legal-deposit = الإيداع القانوني
publication-number = العدد
publication-planned = معلن عنه
publication-series = السلسلة
publications-lede = تقارير ودراسات واستطلاعات، مع أرقامها ومصادرها.
section-about = عن safe.brussels
section-about-lede = من يفعل ماذا، وكيف، وبأي وسائل.
series-annual-report = التقارير السنوية
series-cahier = دفاتر المرصد
series-evaluation = التقييمات
series-flash-paper = Flash Papers
series-focus = Focus المرصد
series-guide = الأدلة
series-report = التقارير
series-survey = الاستطلاعات
subject-bicycle = الدراجة
subject-burglary = السطو على المنازل
subject-cyber = على الإنترنت
subject-discrimination = التمييز والكراهية
subject-drugs = المخدرات
subject-fire = الحريق
subject-first-aid = الإسعافات الأولية
subject-fraud = الاحتيال
subject-harassment = المضايقة
subject-home = في المنزل
subject-road = حركة المرور
subject-safety-at-work = السلامة في العمل
subject-street = في الشارع
subject-theft = السرقة
subject-trade = التجارة
page-source-document = { $title }

## Help

help-title = طلب المساعدة
help-lede = لك أو لشخص آخر. اختر ما يشبه وضعك أكثر.
help-notice = إذا كان بإمكان أحد رؤية شاشتك، فاستعمل جهازًا آخر. مغادرة هذه الصفحة لا تمحو سجل التصفح، وبرامج التجسس ترى كل شيء.
help-no-script = من دون JavaScript قد يعيدك زر الرجوع إلى هذه الصفحات: أغلق علامة التبويب عند المغادرة.
help-neutral-title = safe.brussels – معلومات
help-phone = الهاتف
help-call = اتصال
help-services = الخدمات
help-services-lede = خدمات المساعدة حسب الفئة والحاجة.
help-services-find = البحث في كل الخدمات
help-in-call-log = يبقى الرقم في سجل مكالمات هاتفك.
help-cost-free = مجاني
help-cost-not-on-bill = لا يظهر على الفاتورة
help-cost-on-bill = يظهر على الفاتورة
help-cost-bill-unknown = لا نعرف إن كان الرقم يظهر على الفاتورة
help-cost-unknown = لا نعرف إن كانت المكالمة مدفوعة
help-to-confirm = يجب التأكد لدى الخدمة
help-no-channel = لا توجد اليوم وسيلة مؤكدة للوصول إلى هذه الخدمة.
help-call-instead = للتحدث مع شخص الآن: { $numbers }.
help-hours = أوقات العمل
help-hours-all = ليلًا ونهارًا، كل يوم
help-languages = اللغات
help-site = موقع الخدمة
help-places = العنوان
help-mail = البريد الإلكتروني
help-check-by-phone = هذه المعلومات ليست حديثة: تأكد بالهاتف.
help-emergency = خطر مباشر: اتصل بالرقم 112 أو 101.
help-cost-not-free = بمقابل
help-part-victims = للفهم والتصرف
help-part-change = لتغيير السلوك
help-part-professionals = للمهنيين
help-part-project = مشاريع
help-filter-brochure = كتيّب للطباعة (PDF)
exit-leave = مغادرة هذه الصفحة
exit-hint = أو اضغط Esc مرتين

## Permits

permits-title = الأسلحة والرخص
permits-apply = ما الإجراء الذي يخصني؟
permits-age = المدة القصوى منذ الإصدار: { $length }
permits-amount-unknown = المبلغ يجب تأكيده لدى المصلحة
permits-appeal = الطعن
permits-apply-text = بضعة أسئلة تكفي لمعرفة الإجراء والسلطة المختصة.
permits-article = { $act }، المادة { $article }
permits-articles = { $act }، المواد { $list } و{ $last }
list-between = { "؛ " }
list-separator = { "، " }
permits-authorities = من يفعل ماذا
permits-authority = السلطة التي تقرر
permits-day-count = كيف تُحسب الأيام
permits-deadlines = المهل
permits-documents = الوثائق
permits-essentials = باختصار
permits-facts = القواعد
permits-fees = الرسم
permits-lede = أي إجراء لأي سلاح، وأي وثائق، وأي مهل، ومن يقرر.
permits-legal-basis = الأساس القانوني
permits-model = النموذج
permits-need-alternative = بدلًا من وثيقة أخرى
permits-need-optional = اختياري
permits-need-required = إلزامي
permits-when-applicant-company = فقط إذا قدمت الطلب لشركة
permits-when-answer-acting-for-other = فقط إذا كنت تتصرف بتوكيل عن شخص أو شركة
permits-when-answer-sport-licence-definitive = إذا كانت لديك رخصة نهائية للرماية الرياضية
permits-when-weapon-long-semi-automatic = فقط لسلاح طويل نصف آلي
permits-only-for = فقط من أجل: { $reasons }
permits-procedures = الإجراءات
permits-reasons = الأسباب المشروعة
permits-retention = مدة الحفظ
permits-secondary = حسب مصدر ثانوي
permits-stage-filing = عند الطلب
permits-stage-grant = عند المنح
permits-to-confirm = يجب تأكيده لدى المصلحة
permits-unit-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
permits-unit-weeks = { $count ->
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
permits-unit-months = { $count ->
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
permits-unit-years = { $count ->
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
   *[other] { $count } سنة
}

## Other pages

shell-title = صفحة
not-found-title = هذه الصفحة غير موجودة
not-found-text = ربما تغيّر عنوانها. استعمل البحث أو ابدأ من الصفحة الرئيسية.

## Numbers and dates

number-decimal = ,
number-group = .
number-euro = { $amount } €
date-long = { $day } { $month } { $year }
date-month = { $month } { $year }
date-period = من { $from } إلى { $until }
date-since = منذ { $from }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

## Filters, files, registers, reading offline

filter-title = تصفية القائمة
filter-words = كلمة
filter-all = الكل
filter-count = النتائج المعروضة:
filter-count-of = من
filter-subject = الموضوع
filter-place = المكان
filter-audience = الجمهور
filter-moment = الوقت
filter-theme = المحور
filter-measure = التدبير
filter-municipality = البلدية
downloads-title = لإعادة الاستخدام
plan-csv = التدابير كجدول (CSV)
plan-json = التدابير لأنظمة أخرى (JSON)
projects-csv = المشاريع كجدول (CSV)
agenda-ics = أضف إلى تقويمك (iCalendar)
agenda-effect = الأثر المتوقع: { $effect }
phase-prevention = الوقاية
phase-reaction = الاستجابة
phase-follow-up = المتابعة
rules-title = القواعد والإعلانات المحلية
rules-lede = القواعد المتخذة أثناء الأزمات وإجراءات رؤساء البلديات وإعلانات الوقاية والتوزيع، مع مدتها ومصدرها.
rules-current = سارية
rules-over = لم تعد سارية
rules-none = لا توجد حاليًا قواعد أو إعلانات محلية.
rules-kind = النوع
rules-level = المستوى
rules-place = البلدية
rules-issuer = صادر عن
rules-in-force = المدة
rules-legal = الأساس القانوني
rules-amends = يعدّل
rules-amended = معدَّل بموجب
rules-map = البلديات المعنية
rules-map-description = البلديات التي يسري فيها إجراء أو إعلان ملوّنة. القائمة أسفل الخريطة تقول الشيء نفسه.
bulletin-rule = قاعدة أزمة
bulletin-measure = إجراء بلدي
bulletin-notice = إعلان وقاية
bulletin-distribution = توزيع
issuer-communal = البلدية
issuer-regional = الإقليم
issuer-federal = الدولة الاتحادية
link-rules = القواعد والإعلانات المحلية
link-emergency = الطوارئ والأزمات
area-services = الخدمات القريبة
area-adviser = استشارة الوقاية من السرقة
area-prevention = خدمة الوقاية
area-police-site = الشرطة المحلية
area-local-plan = الخطة المحلية للوقاية
area-antennas = مراكز LISA
area-not-known = غير مؤكد بعد
area-notices = إعلانات في هذه البلدية
area-notices-none = لا توجد حاليًا إعلانات خاصة بهذه البلدية.
area-feed = تابع إعلانات هذه البلدية (Atom)
areas-find = البلدية أو الرمز البريدي
kit-sheet = ملصق للطباعة
kit-missing = غير متوفر بعد بهذه اللغة
offline-title = القراءة والبحث دون اتصال
offline-lede = تبقى بطاقات «ما العمل؟» وخلاصة النصائح على هذا الجهاز، ويمكنك البحث فيها دون شبكة.
offline-search = عمّ تبحث؟
offline-hint = يبقى بحثك على هذا الجهاز.
offline-none = لم يُعثر على شيء هنا. جرّب كلمة أخرى، أو البحث الكامل عند الاتصال.
offline-no-script = يحتاج البحث دون اتصال إلى JavaScript. يمكن قراءة البطاقات أدناه من دونه.
link-offline = القراءة دون اتصال
audience-professionals = المهنيون
audience-drug-users = أشخاص يتعاطون المخدرات
audience-homeless = أشخاص بلا مأوى
audience-newcomers = القادمون الجدد
audience-perpetrators = من مارسوا العنف
audience-workers = العاملون
channel-posters = ملصقات
channel-social-media = وسائل التواصل
channel-web = موقع الويب
channel-brochure = كتيّب
channel-film = فيلم
channel-influencers = مؤثرون
channel-loudspeaker = مكبر صوت
channel-media = الصحافة
channel-municipalities = البلديات
channel-radio = الإذاعة
channel-sheets = بطاقات
channel-television = التلفزيون
theme-cyber = الأمن الرقمي
theme-domestic-violence = العنف الأسري
theme-harassment = التحرش
theme-health = الصحة
theme-institution = المؤسسة
theme-polarisation = الاستقطاب
theme-respect = الاحترام
theme-theft = السرقة
theme-trafficking = الاتجار بالبشر
day-first = 1
date-period-days = من { $from } إلى { $until }
date-period-elided = من { $from } إلى { $until }
date-period-to-day = من { $from } إلى { $until }
date-period-to-day-elided = من { $from } إلى { $until }
date-period-from-day = من { $from } إلى { $until }
date-from-day = ابتداءً من { $from }
date-period-month = من { $first } إلى { $until }
date-since-day = منذ { $from }
terms-title = شرح المختصرات
