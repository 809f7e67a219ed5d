# The crisis phrasebook: every word of an alert that the portal writes itself.
# Arguments: $areas is a formatted list of municipalities; the others are the
# parameters of the scenario (content/scenarios.toml). An optional parameter
# that was not filled in arrives as the text "none".

## gas-leak

alert-gas-leak-event = Gaz kaçağı
alert-gas-leak-headline = Gaz kaçağı – { $areas }: uzaklaşın
alert-gas-leak-description = Gaz kaçağı var. Yer: { $place }. İlgili bölge: { $areas }. Acil yardım ekipleri müdahale ediyor.
alert-gas-leak-instruction =
    { $radius ->
        [none] Bu yerden uzaklaşın: { $place }.
       *[other] Bu yerden en az { $radius } uzaklaşın: { $place }.
    }
    Yürüyerek ayrılın. Araç çalıştırmayın.
    Ateş ve sigara yakmayın.
    İçeride elektrik düğmesine ve zile dokunmayın. Telefon kullanmayın.
    Evinizde gaz kokusu mu var? Sizi geciktirmezse pencereleri açın. Asansörle değil, merdivenle çıkın.
    Dışarı çıktıktan sonra, yalnızca tehlike varsa 112’yi arayın.
    Yetkililer izin verince geri dönün.

## toxic-smoke

alert-toxic-smoke-event = Zehirli duman
alert-toxic-smoke-headline = Zehirli duman – { $areas }: içeride kalın
alert-toxic-smoke-description = Sağlığa zararlı duman yayılıyor. Kaynağı: { $place }. İlgili bölge: { $areas }.
alert-toxic-smoke-instruction =
    { $radius ->
        [none] Bir binaya girin ve orada kalın. Dumanın kaynağı: { $place }.
       *[other] Bir binaya girin ve orada kalın, özellikle bu yere { $radius } mesafeden daha yakınsanız: { $place }.
    }
    Kapıları ve pencereleri kapatın.
    Havalandırmayı, davlumbazı ve klimayı kapatın.
    Yakında bina yok mu? Rüzgâra göre yan yöne giderek dumandan uzaklaşın.
    Arabada: camları kapatın, havalandırmayı durdurun, bölgeden çıkın.
    Çocukları almaya gitmeyin: okul onları içeride korur.
    Yalnızca tehlike varsa veya biri zor nefes alıyorsa 112’yi arayın.
    Dışarı çıkmak ve odaları havalandırmak için uyarının bitmesini bekleyin.

## fire

alert-fire-event = Yangın
alert-fire-headline = Yangın – { $areas }: uzak durun
alert-fire-description = Yangın var. Yer: { $place }. İlgili bölge: { $areas }. İtfaiye müdahale ediyor.
alert-fire-instruction =
    { $radius ->
        [none] Bu yere yaklaşmayın: { $place }.
       *[other] Bu yerden en az { $radius } uzakta kalın: { $place }.
    }
    Acil yardım ekiplerine yolu açık bırakın.
    Duman size doğru mu geliyor? İçeri girin, kapı ve pencereleri kapatın, havalandırmayı durdurun.
    Yangın sizin binanızda mı? Çıkın, kapıları arkanızdan kapatın, asansöre binmeyin.
    Duman çıkışı mı kapatıyor? Kapalı bir odada kalın, kapının altını tıkayın, pencereden kendinizi gösterin.
    Tehlikedeyseniz 112’yi arayın.
    İtfaiye izin vermeden geri girmeyin.

## flood

alert-flood-event = Su baskını
alert-flood-headline = Su baskını – { $areas }: yüksek bir yere çıkın
alert-flood-description =
    Su yükseliyor veya hızla yükselebilir. { $place ->
        [none] Birden çok yer etkilenebilir.
       *[other] Yer: { $place }.
    } İlgili bölge: { $areas }.
alert-flood-instruction =
    { $place ->
        [none] Bodrumlardan, yer altı otoparklarından ve alçak sokaklardan çıkın.
       *[other] Bu yerden uzaklaşın: { $place }. Bodrumlardan ve yer altı otoparklarından çıkın.
    }
    Su yaklaşırsa üst kata çıkın.
    Sığ olsa bile suyun içinde yürümeyin ve araç sürmeyin.
    Tünellerden ve su kenarından uzak durun.
    Kuru ve güvenliyse elektriği ve gazı kapatın.
    Islak elektrikli aletlere dokunmayın.
    Eşya kurtarmak için tekrar aşağı inmeyin.
    Biri tehlikedeyse 112’yi arayın.

## storm

alert-storm-event = Fırtına
alert-storm-headline = Fırtına – { $areas }: içeride kalın
alert-storm-description =
    Kuvvetli rüzgâr esiyor veya bekleniyor. Ağaçlar ve nesneler düşebilir. İlgili bölge: { $areas }. { $from ->
        [none] Uyarı şu andan itibaren geçerli.
       *[other] Beklenen başlangıç: { $from }.
    } { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    }
alert-storm-instruction =
    İçeride, pencerelerden uzakta kalın.
    Uçabilecek eşyaları yalnızca rüzgâr hâlâ hafifse içeri alın.
    Parklara ve ormanlara girmeyin.
    Yolculukları erteleyin. Ağaç altına park etmeyin.
    Dışarıda ağaçlardan, bina cephelerinden ve iskelelerden uzak durun.
    Yere düşmüş kabloya dokunmayın.
    Çatıya çıkmayın.
    Yalnızca biri tehlikedeyse 112’yi arayın.

## heat

alert-heat-event = Aşırı sıcak
alert-heat-headline = Aşırı sıcak – { $areas }: su için ve serin bir yerde durun
alert-heat-description =
    Hava çok sıcak veya çok sıcak olması bekleniyor. Sıcak, özellikle yaşlıların, hastaların ve küçük çocukların vücudunu yorar. İlgili bölge: { $areas }. { $from ->
        [none] Uyarı şu andan itibaren geçerli.
       *[other] Beklenen başlangıç: { $from }.
    } { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    }
alert-heat-instruction =
    Susamasanız da sık sık su için.
    Serin yerde kalın. Gündüz perdeleri ve pencereleri kapatın, gece havalandırın.
    En sıcak saatlerde güneşten ve yorucu işlerden kaçının.
    Yalnız yaşayanların ve hassas kişilerin hâlini hatırını sorun.
    Arabada asla insan veya hayvan bırakmayın.
    Kanalda ve göletlerde yüzmeyin.
    Birinin bilinci mi bulanık, vücudu mu çok sıcak, yoksa bayıldı mı? 112’yi arayın, serin yere taşıyın ve cildini ıslatın.

## cold

alert-cold-event = Şiddetli soğuk
alert-cold-headline = Şiddetli soğuk – { $areas }: soğuktan korunun
alert-cold-description =
    Hava çok soğuk veya çok soğuk olması bekleniyor. Yerler kaygan olabilir. İlgili bölge: { $areas }. { $from ->
        [none] Uyarı şu andan itibaren geçerli.
       *[other] Beklenen başlangıç: { $from }.
    } { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    }
alert-cold-instruction =
    Zorunlu olmadıkça dışarı çıkmayın. Kalın giyinin, başınızı ve ellerinizi örtün.
    Yavaş yürüyün ve aracınızı yavaş kullanın: buzlanma olabilir.
    Mangal, kamp ocağı veya fırınla ısınmayın: karbonmonoksit zehirlenmesi tehlikesi.
    Havalandırma deliklerini kapatmayın.
    Yalnız yaşayanların ve hassas kişilerin hâlini hatırını sorun.
    Isıtıcının yanında başınız mı ağrıyor veya fenalaştınız mı? Açık havaya çıkın ve 112’yi arayın.
    Dışarıda biri tepki vermiyor mu? 112’yi arayın.

## power-cut

alert-power-cut-event = Elektrik kesintisi
alert-power-cut-headline = Elektrik kesintisi – { $areas }
alert-power-cut-description =
    Elektrik kesik. { $place ->
        [none] Birden çok sokak etkilenebilir.
       *[other] Yer: { $place }.
    } İlgili bölge: { $areas }. { $until ->
        [none] Elektriğin ne zaman geleceği henüz bilinmiyor.
       *[other] Elektriğin gelmesinin beklendiği zaman: { $until }.
    }
alert-power-cut-instruction =
    Ocağı, fırını ve ütüyü kapatın.
    Mum yerine el feneri kullanın.
    Buzdolabını ve dondurucuyu kapalı tutun.
    İçeride mangal veya jeneratör kullanmayın: karbonmonoksit zehirlenmesi tehlikesi.
    Asansöre binmeyin.
    Telefonunuzun pilini idareli kullanın.
    Trafik ışıkları sönük mü? Yavaşlayın ve geçiş önceliğine uyun.
    Tıbbi cihaza ihtiyacı olan komşulara yardım edin.
    Kesinti için 112’yi aramayın, yalnızca biri tehlikedeyse arayın.

## water-not-drinkable

alert-water-not-drinkable-event = Musluk suyu içilmez
alert-water-not-drinkable-headline = Musluk suyu içilmez – { $areas }: içmeyin
alert-water-not-drinkable-description =
    Musluk suyu şu anda içmeye uygun değil. { $place ->
        [none] Bütün bölge etkilenebilir.
       *[other] Yer: { $place }.
    } İlgili bölge: { $areas }. { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    }
alert-water-not-drinkable-instruction =
    Musluk suyu içmeyin. Hayvanlara da vermeyin.
    Yemek pişirmek, yiyecek yıkamak, biberon hazırlamak, buz yapmak veya diş fırçalamak için kullanmayın.
    Şişe suyu kullanın.
    Kaynatmak her zaman yetmez: yalnızca yetkililer önerirse kaynatın.
    Sifonu çekebilirsiniz. Duş ve çamaşır için yetkililerin tavsiyesine uyun.
    İçtikten sonra hastalandınız mı? Doktorunuzu, durum ciddiyse 112’yi arayın.

## emergency-numbers-outage

alert-emergency-numbers-outage-event = Acil numaralarda arıza
alert-emergency-numbers-outage-headline = Acil numaralara ulaşmak zor – { $areas }
alert-emergency-numbers-outage-description =
    { $numbers ->
        [none] 112 ve 101 aramaları bağlanmayabilir.
       *[other] Bu acil numaralara yapılan aramalar bağlanmayabilir: { $numbers }.
    } İlgili bölge: { $areas }. { $until ->
        [none] Aramaların ne zaman düzeleceği henüz bilinmiyor.
       *[other] Düzelmesinin beklendiği zaman: { $until }.
    }
alert-emergency-numbers-outage-instruction =
    Acil durumda bir kez 112’yi, sonra 101’i deneyin; mümkünse başka bir telefonla da.
    Cevap yok mu? En yakın polis karakoluna, itfaiyeye veya hastaneye gidin ya da birini gönderin.
    Çevrenizdekilerden yardım isteyin. Bir polis devriyesine veya ambulansa el sallayın.
    Denemek için aramayın.
    Hatları boş bırakın: aramak yerine mesaj gönderin.
    Hasta veya yalnız komşuların hâlini hatırını sorun.
    Aramalar düzelince yeni bir mesaj alacaksınız.

## demonstration

alert-demonstration-event = Gösteri
alert-demonstration-headline = Gösteri – { $areas }: başka bir yol seçin
alert-demonstration-description =
    Bir gösteri planlandı veya sürüyor. Yer: { $place }. İlgili bölge: { $areas }. { $from ->
        [none] Bu bilgi şu andan itibaren geçerli.
       *[other] Beklenen başlangıç: { $from }.
    } { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    } { $people ->
        [none] Beklenen kişi sayısı bilinmiyor.
        [one] Yaklaşık { $people } kişi bekleniyor.
       *[other] Yaklaşık { $people } kişi bekleniyor.
    }
alert-demonstration-instruction =
    Katılmıyor musunuz? Bu yerden uzak durun: { $place }.
    Daha çok zaman ayırın ve yola çıkmadan güzergâhınızı kontrol edin.
    Orada polisin yönlendirmelerine uyun.
    Acil yardım ekiplerine yolu açık bırakın.
    Kalabalıkta çıkışlara dikkat edin ve itmeyin. Çok sıkışırsa yandan çıkın.
    Yakınınızda gerginlik mi var? Sakince uzaklaşın.
    Tehlikede misiniz? Polis: 101. Ambulans ve itfaiye: 112.

## traffic-disruption

alert-traffic-disruption-event = Trafikte aksama
alert-traffic-disruption-headline = Trafikte aksama – { $areas }
alert-traffic-disruption-description =
    Trafik veya toplu taşıma ciddi biçimde aksıyor. Yer: { $place }. İlgili bölge: { $areas }. { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    }
alert-traffic-disruption-instruction =
    Bu yerden uzak durun: { $place }.
    Yolculuğunuzu erteleyin veya başka bir yol seçin.
    Yola çıkmadan güzergâhınızı kontrol edin.
    Sıkışık trafikte acil yardım ekipleri için bir şeridi boş bırakın.
    Metro, tramvay veya tren durdu mu? İçeride kalın ve personelin yönlendirmelerine uyun. Raylara inmeyin.
    Yalnızca biri yaralı veya tehlikedeyse 112’yi arayın.

## suspicious-object

alert-suspicious-object-event = Şüpheli cisim
alert-suspicious-object-headline = Şüpheli cisim – { $areas }: uzak durun
alert-suspicious-object-description = Polis şüpheli bir cismi inceliyor. Yer: { $place }. İlgili bölge: { $areas }.
alert-suspicious-object-instruction =
    { $radius ->
        [none] Bu yerden ve çevresinden ayrılın: { $place }.
       *[other] Bu yerden en az { $radius } uzaklaşın: { $place }.
    }
    Hiçbir şeye dokunmayın, hiçbir şeyi oynatmayın.
    Polis içeride kalmanızı mı istiyor? Pencerelerden uzak durun.
    Güvenlik şeridini geçmeyin ve polisin talimatlarına uyun.
    Bakmaya gitmeyin ve görüntü çekmeyin.
    Endişe veren başka bir cisim mi gördünüz? Önce uzaklaşın, sonra 101’i arayın.
    Polis şeridi kaldırınca geri dönün.

## terrorist-threat

alert-terrorist-threat-event = Terör tehdidi
alert-terrorist-threat-headline = Terör tehdidi – { $areas }: güvenli bir yere geçin
alert-terrorist-threat-description =
    Yetkililer bir terör tehdidi bildiriyor. { $place ->
        [none] Tam yer açıklanmadı.
       *[other] Yer: { $place }.
    } İlgili bölge: { $areas }.
alert-terrorist-threat-instruction =
    { $place ->
        [none] Güvenli bir yol varsa tehlikeden uzaklaşın. Eşyalarınızı bırakın.
       *[other] Güvenli bir yol varsa bu yerden uzaklaşın: { $place }. Eşyalarınızı bırakın.
    }
    Yoksa saklanın: kapıyı engelleyin, ışığı söndürün, telefonu sessize alın.
    Güvende olunca, yardım istemek veya gördüklerinizi söylemek için 112’yi veya 101’i arayın.
    Polise boş ellerinizi gösterin ve dediklerini yapın.
    Başka yerdeyseniz içeride kalın ve oraya gitmeyin.
    Polis görüntülerini ve söylentileri paylaşmayın.
    Resmî bilgileri izleyin.

## missing-person

alert-missing-person-event = Kayıp kişi
alert-missing-person-headline = Kayıp kişi – { $areas }: polis yardımınızı istiyor
alert-missing-person-description = Polis kayıp bir kişiyi arıyor. Bilinen son yer: { $place }. Şu zamandan beri: { $since }. İlgili bölge: { $areas }.
alert-missing-person-instruction =
    Polisin kayıp ilanını okuyun.
    Bilinen son yer: { $place }. Bahçenize, bodrumunuza ve garajınıza da bakın.
    Bu kişiyi şu anda gördüğünüzü mü düşünüyorsunuz? 101’i arayın ve yerini söyleyin.
    Tehlikede veya yaralı mı? 112’yi arayın.
    Tek başınıza müdahale etmeyin ve kendiniz soruşturma yapmayın.
    Yalnızca resmî ilanı paylaşın; kendi fotoğrafınızı veya yorumunuzu eklemeyin.
    Kişi bulundu mu? Paylaştıklarınızı silin.

## park-closed

alert-park-closed-event = Parklar kapalı
alert-park-closed-headline = Parklar kapalı – { $areas }
alert-park-closed-description =
    { $place ->
        [none] Parklar ve yeşil alanlar güvenliğiniz için kapalı.
       *[other] Bu yeşil alan güvenliğiniz için kapalı: { $place }.
    } İlgili bölge: { $areas }. { $until ->
        [none] Yeniden açılış saati henüz bilinmiyor.
       *[other] Beklenen yeniden açılış: { $until }.
    }
alert-park-closed-instruction =
    { $place ->
        [none] Kapısı açık olsa bile parklara girmeyin.
       *[other] Kapısı açık olsa bile buraya girmeyin: { $place }.
    }
    İçeride misiniz? Ağaçlardan uzak durarak en yakın çıkıştan çıkın.
    Bariyerleri ve şeritleri geçmeyin.
    Başka bir yol seçin.
    Yeniden açılışın duyurulmasını bekleyin.
    Yalnızca biri tehlikedeyse 112’yi arayın.

## avoid-area

alert-avoid-area-event = Uzak durulacak bölge
alert-avoid-area-headline = Uzak durulacak bölge – { $areas }
alert-avoid-area-description =
    Bir olay sürüyor. Yer: { $place }. İlgili bölge: { $areas }. { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    }
alert-avoid-area-instruction =
    { $radius ->
        [none] Bu yere gitmeyin: { $place }.
       *[other] Bu yerden en az { $radius } uzakta kalın: { $place }.
    }
    Orada, dışarıda mısınız? Sakince ayrılın.
    Orada, bina içinde misiniz? Acil yardım ekipleri çıkmanızı istemedikçe içeride kalın.
    Acil yardım ekiplerine yolu açık bırakın.
    Bakmaya gitmeyin ve insanların görüntüsünü çekmeyin.
    Yalnızca tehlike varsa 112’yi arayın.

## provincial-phase

alert-provincial-phase-event = Kriz yönetiminde bölge (il) aşaması
alert-provincial-phase-headline = Kriz yönetiminde bölge (il) aşaması – { $areas }
alert-provincial-phase-description =
    Kriz yönetiminin bölge (il) aşaması ilan edildi: ekiplerin çalışması bütün Bölge için birlikte yürütülüyor. İlgili bölge: { $areas }. { $from ->
        [none] Karar şu andan itibaren geçerli.
       *[other] Başlangıç: { $from }.
    }
alert-provincial-phase-instruction =
    Bu karar ekiplerin çalışmasını düzenler. Tek başına size bir yükümlülük getirmez.
    Belediyeniz için verilen talimatlara uyun.
    Resmî kaynaklardan bilgi alın. Söylenti yaymayın.
    Telefonunuzu şarjlı tutun.
    Yalnız yaşayanların ve hassas kişilerin hâlini hatırını sorun.
    Bilgi almak için 112’yi veya 101’i aramayın, yalnızca tehlike varsa arayın.

## crisis-centre-activation

alert-crisis-centre-activation-event = Bölge kriz merkezi devrede
alert-crisis-centre-activation-headline = Bölge kriz merkezi devrede – { $areas }
alert-crisis-centre-activation-description =
    Bölge kriz merkezi devreye girdi. Durumu izliyor ve ekiplerin çalışmasını koordine ediyor. İlgili bölge: { $areas }. { $from ->
        [none] Karar şu andan itibaren geçerli.
       *[other] Başlangıç: { $from }.
    }
alert-crisis-centre-activation-instruction =
    Ekipler durumu yakından izliyor. Şimdilik özel bir şey yapmanız gerekmiyor.
    Bir mesaj talimat verirse ona uyun.
    Resmî kaynaklardan bilgi alın. Söylenti yaymayın.
    Telefonunuzu şarjlı tutun.
    Bilgi almak için 112’yi veya 101’i aramayın, yalnızca tehlike varsa arayın.

## planned-event

alert-planned-event-event = Planlanan etkinlik
alert-planned-event-headline = Planlanan etkinlik – { $name }
alert-planned-event-description =
    { $name }. Yer: { $place }. İlgili bölge: { $areas }. Beklenen başlangıç: { $from }. { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    } { $people ->
        [none] Beklenen kişi sayısı bilinmiyor.
        [one] Yaklaşık { $people } kişi bekleniyor.
       *[other] Yaklaşık { $people } kişi bekleniyor.
    }
alert-planned-event-instruction =
    Bu yerin çevresi için daha çok zaman ayırın: { $place }.
    Mümkünse yürüyerek, bisikletle veya toplu taşımayla gelin.
    Yola çıkmadan güzergâhınızı kontrol edin.
    Orada çıkışlara ve ilk yardım noktalarına dikkat edin. Bir buluşma yeri kararlaştırın.
    Çantanızı sahipsiz bırakmayın.
    Düzenleyenlerin ve polisin yönlendirmelerine uyun.
    Tehlikede misiniz? Polis: 101. Ambulans ve itfaiye: 112.

## health-measure

alert-health-measure-event = Halk sağlığı önlemi
alert-health-measure-headline = Halk sağlığı önlemi – { $areas }
alert-health-measure-description =
    Yetkililer herkesin sağlığını korumak için bir önlem alıyor. İlgili bölge: { $areas }. { $from ->
        [none] Önlem şu andan itibaren geçerli.
       *[other] Başlangıç: { $from }.
    } { $until ->
        [none] Bitiş tarihi henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    }
alert-health-measure-instruction =
    Önlemi uyarının sayfasında okuyun ve uygulayın.
    Ellerinizi sık sık yıkayın ve odaları havalandırın.
    Hasta mısınız? Evde kalın ve doktora gitmeden önce telefon edin.
    Çevrenizdeki hassas kişileri koruyun.
    Doktora danışmadan tedaviyi bırakmayın.
    Yalnızca bilgi almak için acil servise gitmeyin.
    Yalnızca bir hayat tehlikedeyse 112’yi arayın.

## drill

alert-drill-event = Tatbikat
alert-drill-headline = Acil yardım ekipleri tatbikat yapıyor: { $areas }
alert-drill-description =
    Acil yardım ekipleri tatbikat yapıyor. { $place ->
        [none] Hiçbir tehlike yok.
       *[other] Hiçbir tehlike yok. Yer: { $place }.
    } İlgili bölge: { $areas }. { $from ->
        [none] Tatbikat şu anda sürüyor.
       *[other] Beklenen başlangıç: { $from }.
    } { $until ->
        [none] Bitiş saati henüz bilinmiyor.
       *[other] Beklenen bitiş: { $until }.
    }
alert-drill-instruction =
    Bu bir tatbikattır. Bir şey yapmanız gerekmiyor.
    Acil yardım araçları ve rol yapan kişiler görebilirsiniz.
    { $place ->
        [none] Ekiplerin çalışmasına izin verin ve uzak durun.
       *[other] Ekiplerin çalışmasına izin verin ve bu yere yaklaşmayın: { $place }.
    }
    Tatbikat için 112’yi veya 101’i aramayın.
    Gerçek tehlike mi var? Her zamanki gibi 112’yi veya 101’i arayın.

## Messages of every scenario

alert-all-clear-event = Uyarı sona erdi: { $event }
alert-all-clear-headline = Uyarı sona erdi – { $event } – { $areas }
alert-all-clear-description = Bu uyarı sona erdi: { $event }. İlgili bölge: { $areas }.
alert-all-clear-instruction =
    Uyarı kaldırıldı. Günlük işlerinize dönebilirsiniz.
    Oradaki yönlendirmelere uymaya devam edin.
    Duman veya gazdan sonra odaları iyice havalandırın.
    Bilgi almak için 112’yi aramayın.
    Talimatlara uyduğunuz için teşekkürler.
alert-cancelled-event = İptal edilen uyarı: { $event }
alert-cancelled-headline = Yanlışlıkla gönderilen uyarı – { $event } – { $areas }
alert-cancelled-description = Bu uyarı yanlışlıkla gönderildi ve iptal edildi: { $event }. İlgili bölge: { $areas }.
alert-cancelled-instruction =
    Dikkate almayın. Bir şey yapmanız gerekmiyor.
    Bunun için 112’yi veya 101’i aramayın.
    Paylaştıysanız yanlışlık olduğunu söyleyin.
    Özür dileriz.
alert-update-prefix = GÜNCELLEME
alert-exercise-prefix = TATBİKAT – bu gerçek bir uyarı değildir
alert-exercise-note = Bu mesaj bir tatbikatın parçasıdır. Tehlike yok ve bir şey yapmanız gerekmiyor.
alert-test-prefix = DENEME
push-update-title = GÜNCELLEME { $number } – { $headline }
push-all-clear-title = UYARI SONA ERDİ – { $headline }
push-cancelled-title = İPTAL – { $headline }
push-test-title = Deneme başarılı
push-test-body = Bu telefon veya bilgisayar safe.brussels uyarılarını alabiliyor. Bu bir denemedir: bir şey yapmanız gerekmiyor.
alert-next-update = Sonraki bilgi: { $time }
alert-issued-by = Yayımlayan: { $authority }
authority-safe-brussels = safe.brussels
authority-high-official = Yüksek Memur (Haut fonctionnaire / Hoge ambtenaar)
authority-minister-president = Brüksel Başkent Bölgesi Başbakanı (Minister-President)
authority-mayor = Belediye başkanlığı – { $areas }
alert-not-be-alert = Bu hizmet BE-Alert’i, 112’yi ve 101’i tamamlar; onların yerine geçmez.
