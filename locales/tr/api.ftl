# Words of the programming interface and of the pages made by the server:
# problems, refused fields, the page of an alert, formats of lists and times.
# The months and the title of the alerts are in portal.ftl.

## Problems: a title, and what to do now

error-not-found = Bu adreste bir şey yok
error-not-found-detail = Adresi kontrol edin veya ana sayfadan yeniden başlayın.
error-method-not-allowed = Bu işlem bu adreste yapılamaz
error-method-not-allowed-detail = Önceki sayfaya dönün ve oradaki düğmeleri veya bağlantıları kullanın.
error-unsupported-media-type = Bu biçim burada okunmuyor
error-unsupported-media-type-detail = İçeriği API açıklamasındaki biçimlerden birinde gönderin ve “Content-Type” alanında belirtin.
error-invalid = Bazı bilgilerin düzeltilmesi gerekiyor
error-invalid-detail = Belirtilenleri düzeltin, sonra yeniden gönderin.
error-too-large = Gönderdiğiniz veri çok büyük
error-too-large-detail = Daha küçük bir dosya veya daha kısa bir metin gönderin.
error-unauthorised = Oturum açmanız gerekiyor
error-unauthorised-detail = Oturum açın ve yeniden deneyin. Bir program geçerli bir belirteç (token) göndermelidir.
error-forbidden = Bu işlem için izniniz yok
error-forbidden-detail = Hesapları yöneten kişiden izin isteyin.
error-conflict = Bu işlem artık yapılamaz
error-conflict-detail = Durum değişti. Yeniden denemeden önce sayfayı yenileyin ve kontrol edin.
error-too-many = Kısa sürede çok fazla istek
error-too-many-detail = Biraz bekleyin, sonra yeniden deneyin.
error-unavailable = Hizmet şu anda yanıt vermiyor
error-unavailable-detail = Birazdan yeniden deneyin. Tehlikede misiniz? 112’yi veya 101’i arayın.
error-internal = Bizim tarafımızda bir hata oluştu
error-internal-detail = Birazdan yeniden deneyin. Hata sürerse bize hata kodunu bildirin. Tehlikede misiniz? 112’yi veya 101’i arayın.
error-request = Hata kodu
demonstration = Tanıtım: uyarılar ve dosyalar uydurmadır

## Rules behind a refusal

rule-four-eyes = Bu metni siz yazdınız veya değiştirdiniz ya da yazan kişiye girişini siz verdiniz. Başka birinin onaylaması gerekir.
rule-token-of-approver = Bu kişi uyarıları onaylayabilir: kendi adına jetonu yalnızca kendisi oluşturabilir.
rule-role = Hesabınızın gerekli rolü yok. Hesapları yöneten kişiden isteyin.
rule-form-expired = Bu form artık geçerli değil. Sayfayı yenileyin, sonra formu yeniden gönderin.
rule-other-site = Bu istek başka bir siteden geldi ve yerine getirilmedi. Bizim sayfalarımızdan yeniden başlayın.
rule-alert-not-active = Bu uyarı geçerli değil. Durumunu görmek için sayfayı yenileyin.
rule-alert-not-draft = Bu uyarı artık taslak değil. Durumunu görmek için sayfayı yenileyin.
rule-alert-not-open = Bu uyarı artık değiştirilemez. Hâlâ geçerliyse bir güncelleme hazırlayın.
rule-alert-not-submitted = Bu uyarı onay beklemiyor. Durumunu görmek için sayfayı yenileyin.
rule-changed-meanwhile = Bu arada başka biri bu uyarıyı değiştirdi. Yeniden denemeden önce sayfayı yenileyin ve kontrol edin.
rule-text-changed = Siz okuduktan sonra metin değişti. Onaylamadan önce yeniden okuyun.
rule-cap-taken = Bu tanımlayıcıya, gönderene ve gönderim zamanına sahip bir mesaj, başka bir içerikle zaten burada. Değiştirilen mesaja yeni bir tanımlayıcı verip gönderin.
rule-too-many-origins = Bu bildirim hizmetini şu anda ekleyemiyoruz. Başka bir tarayıcıyla veya daha sonra yeniden deneyin.
rule-update-other-status = Güncelleme ilk mesajla aynı türde kalır: gerçek uyarı ya da tatbikat ve deneme. Başka bir tür için yeni bir uyarı oluşturun.

## Refused fields: what is wrong and how to mend it

fault-line = { $field } – { $fault }
fault-required = Bu alan zorunludur. Doldurun.
fault-too-long = Bu metin çok uzun: { $length } karakter. En fazla { $most } karakter kullanın.
fault-text-control = Bu metinde burada izin verilmeyen bir satır sonu veya görünmez bir karakter var. Onu silin.
fault-choice-missing = Hiçbir şey seçilmedi. Bir cevap seçin.
fault-value-unknown = Böyle bir değer yok. Listeden bir değer seçin.
fault-language-unknown = Bu dil burada yok. Portalın dillerinden birini seçin.
fault-language-missing =
    { $lang ->
        [fr] Fransızca metin eksik. Metni yazın veya senaryoyu tamamlayın.
        [nl] Felemenkçe metin eksik. Metni yazın veya senaryoyu tamamlayın.
       *[other] Bu dildeki metin eksik: { $lang }. Metni yazın veya senaryoyu tamamlayın.
    }
fault-scenario-unknown = “{ $value }” senaryosu yok. Listeden bir senaryo seçin.
fault-param-unknown = Bu senaryoda böyle bir alan yok. Onu kaldırın.
fault-metres = Metre olarak bir mesafe yazın: 1 ile 100.000 arasında bir tam sayı.
fault-whole-number = 0 ile 10.000.000 arasında bir tam sayı yazın.
fault-time = Geçerli bir gün ve saat girin, örneğin 2026-11-21T14:30.
fault-time-past = Bu zaman geçti. Daha sonraki bir zaman seçin.
fault-time-far = Bitiş çok uzak. 31 gün içinde bir zaman seçin.
fault-time-order = Başlangıç bitişten önce olmalıdır. Birini değiştirin.
fault-status-not-issued = Bu durumdaki bir mesaj yayımlanamaz. “{ status-actual }”, “{ status-exercise }” veya “{ status-test }” seçin.
fault-area-unknown = Bu kod Bölge’deki hiçbir yere ait değil. NIS kodu, posta kodu veya polis bölgesi kodu kullanın.
fault-area-missing = Hiçbir yer belirtilmedi. En az bir belediye seçin veya bir bölge çizin.
fault-too-many-areas = Çok fazla yer var. Daha az yer bırakın veya tüm Bölge’yi seçin.
fault-shape-too-few = Eksik nokta var. En az üç köşe çizin, sonra ilk köşeye dönün.
fault-shape-too-many = Bu sınır çizgisinde çok fazla nokta var. Sadeleştirin: en fazla 5.000 nokta.
fault-shape-open = Bu sınır çizgisi kapalı değil. İlk noktasıyla bitirin.
fault-shape-crossed = Bu sınır çizgisi kendini kesiyor, kendine değiyor veya bir alanı yok. Yeniden çizin.
fault-shape-swapped = Koordinatlar yer değiştirmiş. Önce enlemi (yaklaşık 50,8), sonra boylamı (yaklaşık 4,4) girin.
fault-shape-outside = Bu yer Belçika’da değil. Koordinatları kontrol edin.
fault-shape-radius = Bu yarıçap olamaz. 0’dan büyük ve en fazla 50 kilometre seçin.
fault-shape-not-in-region = Bu alan Bölge’nin hiçbir belediyesine değmiyor. Yerini değiştirin veya büyütün.
fault-point-needs-both = Enlem veya boylam eksik. İkisini de girin ya da hiçbirini girmeyin.
fault-degrees = Derece olarak ondalık bir sayı yazın, nokta kullanın: örneğin 50.8466.
fault-endpoint = Tarayıcınızın bildirim adresi geçerli değil. Sayfayı yenileyin ve yeniden deneyin.
fault-endpoint-private = Bu bildirim adresine genel internet üzerinden ulaşamıyoruz. Başka bir tarayıcıyla deneyin.
fault-endpoint-other = Bu bildirim adresi bu aboneliğe ait değil. Onun için yeni bir abonelik oluşturun.
fault-key = Tarayıcınızın bir anahtarı geçerli değil. Sayfayı yenileyin ve yeniden deneyin.
fault-receipt = Bu deneme makbuzu geçerli değil veya on dakikadan eski. Denemeyi yeniden yapın.
fault-rehearsal-code = Bu tatbikat kodu doğru değil. Kodu tatbikatı düzenleyen kişiden isteyin veya gerçek uyarılar için alanı boş bırakın.
fault-json = Gönderilen veri okunabilir bir JSON değil. Biçimini ve içerik türünü kontrol edin.
fault-json-shape = Bu JSON beklenen biçimde değil: { $reason }. Arayüzün belgeleriyle karşılaştırın.
fault-query = Adresteki bir parametre geçerli değil: { $reason }. Düzeltin.
fault-page = Bir sayfa numarası verin: 1’den başlayan bir tam sayı.
fault-per-page = Sayfa başına 1 ile 100 arasında öğe isteyin.
fault-form = Form okunamadı. Sayfayı yenileyin, sonra formu yeniden gönderin.

## Page and list of alerts

alerts-more =
    { $count ->
        [one] { $count } uyarı daha gör
       *[other] { $count } uyarı daha gör
    }
alerts-as-of = Bu bilgilerin saati:
alert-do-now = Şimdi ne yapmalı
alert-what = Ne oluyor
alert-where = Nerede
alert-sent = Mesajın gönderilmesi
alert-onset = Başlangıç
alert-ended = Bitiş
alert-expires = Geçerlilik sonu
alert-next = Sonraki bilgi
alert-who = Yayımlayan
alert-level = Kriz yönetimi düzeyi
alert-contact = Başvurabileceğiniz iletişim noktası
alert-aftercare = Acil durum sonrasında destek ve yardım
alert-guide = Rehberin tamamını oku
alert-receive = Uyarıları al
alert-other-languages = Diğer diller ve veriler
alert-not-in-language = Bu uyarı henüz Türkçe yok. Şu dillerde okuyabilirsiniz:
page-home = Ana sayfaya git
office-home = Yönetim alanına dön
office-sign-in = Oturum aç

## Formats
# list-comma separates names; "_" stands for a space, which cannot end a line.
# The values of distances and times arrive already formatted.

area-region = Brüksel Başkent Bölgesi
list-comma = ,_
list-and = { $head } ve { $last }
distance-m = { $value } m
distance-km = { $value } km
clock-time = { $hour }.{ $minute }
clock-date-time = { $day } { $month } { $year }, saat { $hour }.{ $minute }
clock-brief = { $day }.{ $number }, { $hour }.{ $minute }
