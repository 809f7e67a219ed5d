# Words of the information portal in Arabic: frame, alerts, guides, help, emergencies.
# What is not here is shown in English, marked as such.

brand = safe.brussels
language-name = العربية
entrance-text = إنذارات ونصائح ومساعدة في منطقة بروكسل العاصمة

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
footer-publisher = safe.brussels، منطقة بروكسل العاصمة
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
link-about-accessibility = سهولة الوصول
link-about-privacy = الخصوصية
link-about-legal-notice = إشعار قانوني
link-about-open-data = بيانات مفتوحة
link-about-contact = اتصل بنا

## Front page

home-title = إنذارات ووقاية ومساعدة في بروكسل
home-heading = أن تعرف ما العمل، في الوقت المناسب
home-lede = الإنذارات الجارية، والتصرف الصحيح، والخدمات التي تساعد، في البلديات التسع عشرة لمنطقة بروكسل العاصمة.
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
home-campaigns = حملات
see-all-of = عرض الكل: { $title }

## Alerts

alerts-title = الإنذارات
alerts-lede = الإنذارات الجارية في المنطقة وتلك التي انتهت للتو.
alerts-now = الآن
alerts-empty = تظهر الإنذارات الجارية هنا. إذا لم توجد إنذارات يبقى هذا المكان فارغاً.
alerts-all = كل الإنذارات
alerts-complement = هذه البوابة تكمّل BE-Alert والرقمين 112 و101 ولا تحلّ محلها.
alerts-data = لأنظمة أخرى
alerts-data-text = الإنذارات نفسها كبيانات مفتوحة:
alerts-guides = ماذا أفعل أثناء الإنذار؟
copy-note = أنت غير متصل بالإنترنت. نسخة من الساعة

receive-title = تلقّي الإنذارات
push-lede = إشعار على هاتفك أو حاسوبك عندما يخص إنذار بلدياتك. تقول لك الرسالة فوراً ما عليك فعله.
push-privacy = بلا حساب، بلا عنوان، بلا تحديد موقع: نحتفظ فقط باختياراتك وبالعنوان التقني الذي يعطيه متصفحك. يمكنك إيقاف كل شيء هنا في أي وقت.
push-no-script-title = هذه الصفحة تحتاج إلى JavaScript
push-no-script = لا تعمل إشعارات المتصفح بدون JavaScript. تجد أدناه طرقاً أخرى لتلقي الإنذارات.
push-unsupported-title = هذا المتصفح لا يستقبل الإشعارات
push-unsupported = جرّب متصفحاً آخر، أو اختر إحدى الطرق الأخرى أدناه.
push-ios-title = على iPhone وiPad، أضف البوابة أولاً إلى الشاشة الرئيسية
push-ios-1 = المس زر المشاركة في متصفحك.
push-ios-2 = اختر «إضافة إلى الشاشة الرئيسية» ثم «إضافة».
push-ios-3 = افتح البوابة من الشاشة الرئيسية وعُد إلى هذه الصفحة.
push-denied-title = الإشعارات محظورة
push-denied = حظرها متصفحك لهذه البوابة. اسمح بها في الإعدادات ثم أعد تحميل الصفحة.
push-subscribed-title = أنت تتلقى الإنذارات
push-subscribed = يمكنك تغيير اختياراتك أو تجربة إشعار أو إيقاف كل شيء.
push-saved = تم حفظ اختياراتك.
push-test-sent = إشعار تجريبي في الطريق. لم يصل شيء بعد دقيقة؟ تحقق من الوضع الصامت ومن إعدادات الإشعارات.
push-stopped = تم: لن تتلقى أي إشعار بعد الآن، وقد حُذفت اختياراتك.
push-failed-title = لم ينجح ذلك
push-failed = تحقق من اتصالك وحاول مجدداً بعد بضع دقائق.
push-areas = بلدياتك
push-areas-hint = المنزل، العمل، المدرسة: اختر كل ما يهمك.
push-areas-all = كل المنطقة
push-areas-missing = اختر بلدية واحدة على الأقل
push-language = لغة الرسائل
push-severity = ابتداءً من أي درجة خطورة؟
push-categories = اختيار المواضيع
push-categories-hint = كل شيء محدد في البداية. الإنذار الأقصى يصل دائماً.
push-subscribe = تلقّي الإنذارات
push-save = حفظ اختياراتي
push-test = اختبار هاتفي
push-stop = عدم تلقي أي شيء
push-other = طرق أخرى لتلقي التحذير
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
areas-lede = البلديات التسع عشرة للمنطقة ومنطقة الشرطة لكل منها.
areas-map = خريطة البلديات التسع عشرة ومناطق الشرطة
areas-map-description = لكل بلدية لون منطقة الشرطة الخاصة بها. القائمة تحت الخريطة تعطي المعلومات نفسها.
areas-attribution = الحدود: { $source }
area-zone = منطقة الشرطة
area-zone-members = بلديات المنطقة
area-postcodes = الرموز البريدية
area-partly = رمز بريدي مشترك
area-partly-text = { $codes }: لجزء من الشوارع فقط
area-nis = رمز NIS
sitemap-title = خريطة الموقع
sitemap-lede = كل صفحات البوابة حسب القسم.
section-emergency = الطوارئ
section-emergency-lede = أي رقم لأي حالة، وكيف تطلب النجدة بدون كلام.
section-help-pages = الفهم والاستعداد
section-more = في هذا القسم
page-updated = آخر تحديث: { $date }
page-checked = تم التحقق في { $date }
page-sources = المصادر
page-links = روابط مفيدة
page-timeline = التسلسل الزمني
page-related = انظر أيضاً
page-draft = مسودة
page-draft-text = هذا النص قيد الإعداد ولم يُراجَع بعد.
fallback-title = هذه الصفحة غير موجودة بعد بهذه اللغة
fallback-text = تُعرض أدناه باللغة { $language }. وهي موجودة باللغات:
list-in-language = باللغة { $language }
## Help

help-title = طلب المساعدة
help-lede = لك أو لشخص آخر. اختر ما يشبه وضعك أكثر.
help-notice = إذا كان بإمكان أحد رؤية شاشتك، فاستعمل جهازاً آخر. مغادرة هذه الصفحة لا تمحو سجل التصفح، وبرامج التجسس ترى كل شيء.
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
help-to-confirm = يجب التأكد لدى الخدمة
help-hours = المواعيد
help-hours-all = ليلاً ونهاراً، كل يوم
help-languages = اللغات
help-languages-unknown = يجب التأكد
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
exit-leave = مغادرة هذه الصفحة
exit-hint = أو اضغط Esc مرتين

## Permits

permits-title = الأسلحة والرخص
permits-apply = ما الإجراء الذي يخصني؟

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
