# The page of the links to other sites.

office-nav-links = Links
office-links = Links zu anderen Websites
office-links-lede = Das Portal fragt jede Woche nach, ob die Adressen auf unseren Seiten noch antworten. Berichtigen Sie die Adresse im Inhalt oder im Eintrag des Dienstes, oder vermerken Sie, dass Sie sie gesehen haben.
office-links-off = Dieses System prüft Links nicht von selbst. Die Technik stellt das unter „links“ ein.
office-links-views = Listen der Links
office-links-view-open = Anzusehen
office-links-view-broken = Defekt
office-links-view-moved = Umgezogen oder geschützt
office-links-view-all = Alle
office-links-none = Keine Links in dieser Liste.
office-links-address = Adresse
office-links-state = Zustand
office-links-since = Seit
office-links-asked = Zuletzt geprüft
office-links-pages = Wo der Link steht
office-links-act = Nächster Schritt
office-links-see = Als gesehen vermerken
office-links-seen = Gesehen: { $when }
office-links-never = noch nicht
office-links-count =
    { $count ->
        [one] { $count } Link
       *[other] { $count } Links
    }
office-links-more =
    { $count ->
        [one] und { $count } weitere Seite
       *[other] und { $count } weitere Seiten
    }
office-done-link-seen = Der Link ist als gesehen vermerkt.
office-link-new = Noch nicht geprüft
office-link-good = Antwortet
office-link-moved = Hat eine neue Adresse
office-link-guarded = Weist Programme ab: von Hand prüfen
office-link-gone = Gibt es nicht mehr
office-link-faulty = Antwortet mit einem Fehler
office-link-silent = Antwortet nicht
office-link-tls = Zertifikat nicht gültig
office-link-astray = Führt im Kreis
office-link-refused = Adresse nicht erlaubt
rule-link-changed = Der Zustand dieses Links hat sich inzwischen geändert. Sehen Sie sich die Liste noch einmal an.
