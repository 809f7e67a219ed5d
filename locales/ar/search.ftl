# Words of the search page. The names of kinds stand beside results and above them.

search-title = البحث
search-empty = اكتب كلمة أو كلمتين: مشكلة أو مكان أو خدمة.
search-nothing = لم نجد أي صفحة. جرّب كلمة أبسط أو أعم، أو كلمة أخرى للمعنى نفسه.
search-wait = يجري تجهيز البحث. انتظروا بضع ثوانٍ ثم أعيدوا البحث.
search-count = عدد الصفحات: { $count }
search-meant = نتائج البحث عن «{ $words }».
search-other-language = صفحة بلغة أخرى: { $language }
search-filter = اختر نوع الصفحة
search-pages = صفحات النتائج
search-position = صفحة { $page } من { $pages }
search-previous = الصفحة السابقة
search-next = الصفحة التالية
search-privacy = لا نحتفظ بالكلمات التي تبحث عنها.
search-help-title = هل تحتاج إلى مساعدة، لك أو لشخص آخر؟

search-kind-all = الكل
search-kind-advice = نصائح
search-kind-guide = ماذا تفعل
search-kind-help = المساعدة
search-kind-page = صفحات
search-kind-area = البلديات
search-kind-measure = تدابير الخطط
search-kind-plan = الخطط
search-kind-theme = محاور الخطط
search-kind-publication = منشورات
search-kind-dataset = أرقام
search-kind-campaign = حملات
search-kind-news = أخبار
search-kind-dossier = ملفات الأزمات
