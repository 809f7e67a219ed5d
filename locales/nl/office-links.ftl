# The page of the links to other sites.

office-nav-links = Links
office-links = Links naar andere websites
office-links-lede = De portaalsite gaat elke week na of de adressen in onze pagina’s nog antwoorden. Verbeter het adres in de inhoud of in de fiche van de dienst, of noteer dat u het hebt gezien.
office-links-off = Dit systeem gaat de links niet uit zichzelf na. De technische dienst stelt dat in onder ‘links’.
office-links-views = Lijsten met links
office-links-view-open = Te bekijken
office-links-view-broken = Defect
office-links-view-moved = Verhuisd of beschermd
office-links-view-all = Alle
office-links-none = Geen links in deze lijst.
office-links-address = Adres
office-links-state = Toestand
office-links-since = Sinds
office-links-asked = Laatst nagegaan
office-links-pages = Waar de link staat
office-links-act = Gevolg
office-links-see = Als gezien markeren
office-links-seen = Gezien: { $when }
office-links-never = nog niet
office-links-count =
    { $count ->
        [one] { $count } link
       *[other] { $count } links
    }
office-links-more =
    { $count ->
        [one] en nog { $count } pagina
       *[other] en nog { $count } pagina’s
    }
office-done-link-seen = De link is als gezien gemarkeerd.
office-link-new = Nog niet nagegaan
office-link-good = Antwoordt
office-link-moved = Heeft een nieuw adres
office-link-guarded = Weert programma’s: zelf na te kijken
office-link-gone = Bestaat niet meer
office-link-faulty = Antwoordt met een fout
office-link-silent = Antwoordt niet
office-link-tls = Certificaat niet geldig
office-link-astray = Draait in een kring
office-link-refused = Adres niet toegelaten
rule-link-changed = De toestand van deze link is intussen veranderd. Bekijk de lijst opnieuw.
