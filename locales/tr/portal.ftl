# Words of the information portal in Turkish: frame, alerts, guides, help, emergencies.
# What is not here is shown in English, marked as such.

brand = safe.brussels
language-name = Türkçe
entrance-text = Brüksel Başkent Bölgesi’nde uyarılar, öneriler ve yardım

## Frame of every page

skip-to-content = İçeriğe geç
strip-label = Acil numaralar
strip-112 = ambulans, itfaiye
strip-101 = polis
strip-without-voice = İşitme engelli misiniz?
search-label = Portalda ara
search-button = Ara
menu = Menü
nav-label = Ana gezinme
nav-alerts = Uyarılar
nav-guides = Ne yapmalı?
nav-advice = Önleme
nav-help = Yardım bul
nav-permits = Silahlar ve izinler
nav-observatory = Gözlemevi
nav-plans = Planlar
language-label = Dil
language-label-footer = Bu portal başka bir dilde
breadcrumbs-label = Buradasınız
home = Ana sayfa
footer-emergency = Acil durumda
footer-emergency-text = Bu portal acil numaraların yerine geçmez. Tehlikede misiniz? Doğrudan arayın.
footer-be-alert = BE-Alert’e kaydolun
footer-portal = Bu portalda
footer-about = Hakkımızda
footer-publisher = safe.brussels, Brüksel Başkent Bölgesi
link-campaigns = Kampanyalar
link-dossiers = Kriz dosyaları
link-datasets = Rakamlar ve veriler
link-projects = Desteklenen projeler
link-calls = Proje çağrıları
link-agenda = Takvim
link-news = Haberler
link-areas = Belediyeler ve polis bölgeleri
link-glossary = Sözlük
link-sitemap = Site haritası
link-about = Kurum
link-about-accessibility = Erişilebilirlik
link-about-privacy = Gizlilik
link-about-legal-notice = Yasal bilgi
link-about-open-data = Açık veri
link-about-contact = İletişim

## Front page

home-title = Brüksel’de uyarılar, önleme ve yardım
home-heading = Doğru anda ne yapacağını bilmek
home-lede = Brüksel Başkent Bölgesi’nin on dokuz belediyesinde geçerli uyarılar, doğru davranışlar ve yardım eden hizmetler.
home-receive = Uyarıları al
home-help = Yardım bul
home-tasks = Ne arıyorsunuz?
home-task-guides = Tehlikede ne yapmalı?
home-task-guides-text = Kısa kartlar: önce, sırasında, sonra.
home-task-advice = Kendimi korumak
home-task-advice-text = Hırsızlık, dolandırıcılık, taciz ve başka risklere karşı öneriler.
home-task-help = Yardım bul
home-task-help-text = Mağdur, tanık, çocuk ya da davranışını değiştirmek isteyen için.
home-task-permits = Silah veya izin
home-task-permits-text = Hangi işlem, hangi belgeler, hangi süre.
home-task-observatory = Rakamları anlamak
home-task-observatory-text = Gözlemevinin çalışmaları, anketleri ve verileri.
home-task-plans = Planları izlemek
home-task-plans-text = Genel güvenlik ve önleme planının tedbirleri.
home-guides = Doğru davranışlar
home-news = Öne çıkanlar
home-publications = Son yayınlar
home-campaigns = Kampanyalar
see-all-of = Tümünü gör: { $title }

## Alerts

alerts-title = Uyarılar
alerts-lede = Bölgedeki geçerli uyarılar ve az önce sona erenler.
alerts-now = Şu anda
alerts-empty = Geçerli uyarılar burada görünür. Uyarı yoksa burası boş kalır.
alerts-all = Tüm uyarılar
alerts-complement = Bu portal BE-Alert, 112 ve 101’i tamamlar. Onların yerine geçmez.
alerts-data = Diğer sistemler için
alerts-data-text = Aynı uyarılar açık veri olarak:
alerts-guides = Uyarı sırasında ne yapmalı?
copy-note = Çevrimdışısınız. Kopyanın saati:

receive-title = Uyarıları al
push-lede = Bir uyarı belediyelerinizi ilgilendirdiğinde telefonunuza veya bilgisayarınıza bildirim gelir. Mesaj ne yapmanız gerektiğini hemen söyler.
push-privacy = Hesap yok, adres yok, konum yok: yalnızca seçimlerinizi ve tarayıcınızın verdiği teknik adresi saklarız. Her şeyi istediğiniz an buradan durdurabilirsiniz.
push-no-script-title = Bu sayfa için JavaScript gerekir
push-no-script = Tarayıcı bildirimleri JavaScript olmadan çalışmaz. Uyarı almanın diğer yolları aşağıdadır.
push-unsupported-title = Bu tarayıcı bildirim alamıyor
push-unsupported = Başka bir tarayıcı deneyin ya da aşağıdaki diğer yollardan birini seçin.
push-ios-title = iPhone ve iPad’de önce portalı ana ekrana ekleyin
push-ios-1 = Tarayıcınızın Paylaş düğmesine dokunun.
push-ios-2 = “Ana Ekrana Ekle”yi, sonra “Ekle”yi seçin.
push-ios-3 = Portalı ana ekrandan açın ve bu sayfaya dönün.
push-denied-title = Bildirimler engellendi
push-denied = Tarayıcınız bu portal için bildirimleri engelledi. Ayarlardan izin verin ve sayfayı yeniden yükleyin.
push-subscribed-title = Uyarıları alıyorsunuz
push-subscribed = Seçimlerinizi değiştirebilir, bir bildirim deneyebilir ya da her şeyi durdurabilirsiniz.
push-saved = Seçimleriniz kaydedildi.
push-test-sent = Deneme bildirimi yolda. Bir dakika sonra gelmediyse sessiz modu ve bildirim ayarlarını kontrol edin.
push-stopped = Tamam: artık bildirim almayacaksınız ve seçimleriniz silindi.
push-failed-title = İşlem başarısız oldu
push-failed = Bağlantınızı kontrol edin ve birkaç dakika sonra yeniden deneyin.
push-areas = Belediyeleriniz
push-areas-hint = Ev, iş, okul: sizin için önemli olanların hepsini seçin.
push-areas-all = Tüm Bölge
push-areas-missing = En az bir belediye seçin
push-language = Mesajların dili
push-severity = Hangi önem derecesinden itibaren?
push-categories = Konuları seç
push-categories-hint = Başlangıçta hepsi işaretlidir. Aşırı düzeydeki uyarı her zaman gelir.
push-subscribe = Uyarıları al
push-save = Seçimlerimi kaydet
push-test = Telefonumu dene
push-stop = Artık hiçbir şey alma
push-other = Uyarı almanın diğer yolları
push-other-be-alert = yetkililerden SMS, arama veya e-posta ile mesajlar
push-other-page = istediğiniz zaman, çevrimdışıyken de bakılabilir
push-other-feed = akış okuyucu için
form-problem = Bir şey eksik
severity-minor-hint = sınırlı rahatsızlık, bilmekte fayda var
severity-moderate-hint = insanlar veya mallar için olası tehlike
severity-severe-hint = büyük tehlike
severity-extreme-hint = yalnızca olağanüstü tehlike
## Lists and pages

guides-title = Tehlikede ne yapmalı?
guides-lede = Her risk için bir kart: önce, sırasında, sonra. Kartlar, portalı açtığınız cihazda çevrimdışı da okunur.
advice-title = Önleme önerileri
advice-lede = Hırsızlık, dolandırıcılık veya kazadan kaçınmak ve olursa ne yapılacağını bilmek.
publications-title = Yayınlar
datasets-title = Rakamlar ve veriler
campaigns-title = Kampanyalar
dossiers-title = Kriz dosyaları
plans-title = Güvenlik ve önleme planları
glossary-title = Sözlük
projects-title = Desteklenen projeler
calls-title = Proje çağrıları
agenda-title = Takvim
news-title = Haberler
areas-title = Belediyeler ve polis bölgeleri
areas-lede = Bölgenin on dokuz belediyesi ve her birinin polis bölgesi.
areas-map = On dokuz belediyenin ve polis bölgelerinin haritası
areas-map-description = Her belediye kendi polis bölgesinin rengindedir. Haritanın altındaki liste aynı bilgileri verir.
areas-attribution = Sınırlar: { $source }
area-zone = Polis bölgesi
area-zone-members = Bölgenin belediyeleri
area-postcodes = Posta kodları
area-partly = Ortak posta kodu
area-partly-text = { $codes }: yalnızca bazı sokaklar için
area-nis = NIS kodu
sitemap-title = Site haritası
sitemap-lede = Portalın tüm sayfaları, bölümlere göre.
section-emergency = Acil durumlar
section-emergency-lede = Hangi durumda hangi numara ve konuşmadan nasıl yardım istenir.
section-help-pages = Anlamak ve hazırlanmak
section-more = Bu bölümde
page-updated = Güncelleme: { $date }
page-checked = kontrol: { $date }
page-sources = Kaynaklar
page-links = Yararlı bağlantılar
page-timeline = Zaman çizelgesi
page-related = Ayrıca bakın
page-draft = Taslak
page-draft-text = Bu metin hâlâ hazırlanıyor ve gözden geçirilmedi.
fallback-title = Bu sayfa henüz bu dilde yok
fallback-text = Aşağıda şu dilde gösteriliyor: { $language }. Bulunduğu diller:
list-in-language = dil: { $language }
## Help

help-title = Yardım bul
help-lede = Kendiniz veya başkası için. Durumunuza en çok benzeyeni seçin.
help-notice = Birisi ekranınıza bakabiliyorsa başka bir cihaz kullanın. Bu sayfadan çıkmak geçmişi silmez ve casus yazılım her şeyi görür.
help-neutral-title = safe.brussels – bilgi
help-phone = Telefon
help-call = Ara
help-services = Hizmetler
help-services-lede = Yardım hizmetleri, kime ve neye yönelik olduğuna göre.
help-services-find = Tüm hizmetlerde ara
help-in-call-log = Numara telefonunuzun arama kaydında kalır.
help-cost-free = ücretsiz
help-cost-not-on-bill = faturada görünmez
help-cost-on-bill = faturada görünür
help-cost-bill-unknown = numaranın faturada görünüp görünmediğini bilmiyoruz
help-to-confirm = Hizmetten doğrulanmalı
help-hours = Saatler
help-hours-all = gece gündüz, her gün
help-languages = Diller
help-languages-unknown = doğrulanmalı
help-site = Hizmetin sitesi
help-places = Adres
help-mail = E-posta adresi
help-check-by-phone = Bu bilgiler güncel değil: telefonla sorun.
help-emergency = Acil tehlike: 112 veya 101’i arayın.
help-cost-not-free = ücretli
help-part-victims = Anlamak ve harekete geçmek için
help-part-change = Davranışını değiştirmek için
help-part-professionals = Profesyoneller için
help-part-project = Projeler
exit-leave = Bu sayfadan çık
exit-hint = veya iki kez Esc tuşu

## Permits

permits-title = Silahlar ve izinler
permits-apply = Hangi işlem bana uyuyor?

## Other pages

shell-title = Sayfa
not-found-title = Bu sayfa yok
not-found-text = Adresi değişmiş olabilir. Aramayı kullanın ya da ana sayfadan başlayın.

## Numbers and dates

number-decimal = ,
number-group = .
number-euro = { $amount } €
date-long = { $day } { $month } { $year }
date-month = { $month } { $year }
date-period = { $from } – { $until }
date-since = { $from } tarihinden beri
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
