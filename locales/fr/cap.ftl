# What a check of an imported CAP message found, for the person who imports it.
# The line and the element are shown next to the sentence.

## Bytes and text

cap-input-too-large = Le fichier est trop grand : { $size } octets. La limite est de { $limit } octets.
cap-encoding-unsupported = Le codage de caractères { $encoding } n’est pas pris en charge. Utilisez UTF-8.
cap-encoding-invalid = Le fichier contient des caractères qui ne sont pas du { $encoding }. Enregistrez-le à nouveau en UTF-8.
cap-encoding-conflict = Le fichier annonce le codage { $declared }, mais il est écrit en { $found }.
cap-findings-cut = Seules les { $limit } premières remarques sont affichées.

## XML

cap-xml-doctype = Le fichier contient une déclaration DOCTYPE. Par sécurité, elle est refusée : retirez-la.
cap-xml-empty = Le fichier ne contient aucun élément.
cap-xml-unexpected-end = Le fichier s’arrête trop tôt. Il est peut-être incomplet.
cap-xml-malformed = « { $found } » n’est pas à sa place ici.
cap-xml-before-root = Il y a du texte avant le premier élément. Retirez-le.
cap-xml-after-root = Il y a du contenu après la fin du message. Retirez-le.
cap-xml-tag-mismatch = L’élément { $open } est fermé par { $close }. Les deux noms doivent être les mêmes.
cap-xml-character-invalid = Le caractère { $character } n’est pas permis en XML.
cap-xml-entity-unknown = L’entité { $entity } n’est pas définie.
cap-xml-attribute-repeated = L’attribut { $attribute } est présent deux fois.
cap-xml-prefix-unknown = Le préfixe { $prefix } n’est lié à aucun espace de noms.
cap-xml-leading-space = Il y a un espace ou une ligne vide avant la déclaration XML. Retirez-le.
cap-limit-depth = Les éléments sont imbriqués sur plus de { $limit } niveaux.
cap-limit-elements = Le fichier a plus de { $limit } éléments.
cap-limit-attributes = Il y a plus de { $limit } attributs.
cap-limit-name = Un nom ou un attribut dépasse { $limit } octets.
cap-limit-text = Un texte dépasse { $limit } octets.
cap-limit-vertices = Les polygones ont plus de { $limit } points. Simplifiez-les.

## Schema

cap-root-unknown = Ce fichier n’est pas une alerte CAP : il commence par { $found }.
cap-version-unsupported = L’espace de noms { $namespace } n’est pas une version de CAP prise en charge.
cap-namespace-assumed = L’espace de noms manque. Nous avons supposé { $namespace }.
cap-element-missing = L’élément { $missing } manque.
cap-element-order = Cet élément doit se trouver avant { $after }.
cap-element-repeated = Cet élément ne peut être présent qu’une fois.
cap-element-unknown = L’élément { $name } ne fait pas partie de CAP (espace de noms : { $namespace }).
cap-element-nested = Un texte ne peut pas contenir l’élément { $child }.
cap-element-empty = Cet élément est vide : il compte comme absent.
cap-text-unexpected = Le texte « { $text } » ne peut pas se trouver entre deux éléments.
cap-attribute-unexpected = L’attribut { $attribute } ne fait pas partie de CAP.
cap-value-unknown = La valeur « { $value } » n’est pas permise. Valeurs possibles : { $allowed }.
cap-value-repaired = La valeur « { $value } » a été lue comme « { $used } ».
cap-date-format = La date « { $value } » n’a pas la bonne forme. Exemple : 2002-05-24T16:49:00-07:00.
cap-date-range = La date « { $value } » n’existe pas dans le calendrier.
cap-date-no-offset = La date « { $value } » n’indique pas son décalage horaire, par exemple +01:00.
cap-uri-dropped = « { $value } » n’est pas une adresse et a été laissé de côté.
cap-uri-format = « { $value } » n’est pas une adresse, même relative.
cap-language-format = « { $value } » n’est pas un code de langue. Exemple : fr-BE.
cap-number-format = « { $value } » n’est pas un nombre.

## Message

cap-text-characters = Le caractère { $character } ne peut pas s’écrire en XML.
cap-word-quote = « { $value } » ne peut pas s’écrire comme un seul mot d’une liste.
cap-text-empty = Ce texte est obligatoire, mais il est vide.
cap-identifier-characters = L’identifiant « { $value } » contient un espace, une virgule, < ou &.
cap-sender-characters = L’expéditeur « { $value } » contient un espace, une virgule, < ou &.
cap-references-missing = Un message de type { $msgType } doit citer les messages dont il parle.
cap-reference-malformed = La référence « { $value } » n’a pas la forme expéditeur,identifiant,date d’envoi.
cap-reference-self = Le message { $identifier } se cite lui-même.
cap-reference-repeated = Le message { $identifier } est cité deux fois.
cap-reference-later = Le message cité { $identifier } a été envoyé après celui-ci.
cap-reference-unknown = Le message { $identifier } de { $sender } n’est pas connu ici.
cap-identifier-reused = { $sender } a déjà envoyé un autre message avec l’identifiant { $identifier }.
cap-restriction-missing = Un message à diffusion restreinte (Restricted) doit dire selon quelle règle.
cap-restriction-unexpected = Un message de portée { $scope } ne doit pas contenir de restriction.
cap-addresses-missing = Un message privé (Private) doit nommer ses destinataires.
cap-exercise-note-missing = Un exercice devrait être nommé dans la note.
cap-error-note-missing = Un refus devrait donner sa raison dans la note.
cap-info-missing = Un message de type { $msgType } devrait contenir des informations.

## Information

cap-language-assumed = Aucune langue n’est indiquée. Le message est lu comme { $language }.
cap-language-missing = Il n’y a pas d’informations dans la langue { $language }.
cap-language-overrides = Un bloc plus loin en { $language } change { $field } d’un bloc précédent.
cap-languages-differ = Les textes en { $language } et en { $other } ne donnent pas la même valeur pour { $field }.
cap-category-missing = La catégorie manque.
cap-category-repeated = La catégorie { $value } est présente deux fois.
cap-effective-before-sent = Le message prend effet le { $effective }, avant son envoi le { $sent }.
cap-expires-missing = Le message n’a pas de fin. Indiquez-en une.
cap-expires-before-sent = Le message se termine le { $expires }, avant son envoi le { $sent }.
cap-expires-before-effective = Le message se termine le { $expires }, avant de prendre effet le { $effective }.
cap-expires-before-onset = Le message se termine le { $expires }, avant le début de l’événement le { $onset }.
cap-headline-missing = Le titre manque.
cap-headline-long = Le titre a { $length } caractères. Il est conseillé de ne pas dépasser { $limit }.
cap-description-missing = La description manque.
cap-instruction-missing = La consigne manque : dites aux gens quoi faire.
cap-web-not-absolute = « { $value } » n’est pas une adresse web complète, avec https://.
cap-uri-invalid = « { $value } » n’est pas une adresse web.
cap-pair-empty = Le nom ou la valeur est vide.
cap-area-missing = Aucun endroit n’est indiqué.

## Resources

cap-mime-type-format = « { $value } » n’est pas un type de média. Exemple : image/png.
cap-mime-type-assumed = Le type de média manque. Nous avons supposé { $used }.
cap-resource-content-missing = Cette annexe n’a ni adresse ni contenu.
cap-resource-size-invalid = « { $value } » n’est pas une taille en octets.
cap-resource-size-mismatch = L’annexe fait { $found } octets, et non { $stated }.
cap-resource-digest-format = « { $value } » n’est pas une empreinte SHA-1 en hexadécimal.
cap-resource-digest-mismatch = L’empreinte de l’annexe est { $found }, et non { $stated }. L’annexe a peut-être été modifiée.
cap-resource-base64-invalid = Le contenu de l’annexe n’est pas en base64.

## Places

cap-area-shape-missing = L’endroit n’a ni polygone, ni cercle, ni code.
cap-area-unread = L’endroit « { $place } » n’est pas reconnu ({ $codes }). Indiquez vous-même les communes.
cap-shape-unread = Dessins illisibles pour l’endroit « { $place } » : { $count }. Indiquez vous-même les communes.
cap-geocode-empty = Le nom ou la valeur du code est vide.
cap-geocode-without-shape = L’endroit a des codes, mais ni polygone ni cercle.
cap-polygon-malformed = « { $value } » n’est pas une paire latitude,longitude. Le polygone est laissé de côté.
cap-polygon-too-few = Le nombre de points du polygone est { $count }. Il en faut au moins 4.
cap-polygon-not-closed = Le dernier point du polygone doit être le même que le premier.
cap-polygon-self-crossing = Le polygone se croise ou se touche près de { $position }.
cap-polygon-zero-area = Le polygone n’a pas de surface.
cap-polygon-vertex-repeated = Le polygone passe deux fois par { $position }.
cap-polygon-too-complex = Le polygone est trop complexe : nous n’avons pas pu vérifier s’il se croise (limite : { $limit } étapes).
cap-polygon-closed = Le premier point a été ajouté à la fin du polygone pour le fermer.
cap-polygon-repaired = Le polygone a été lu comme { $used }.
cap-polygon-vertices-dropped = Points retirés car égaux au point précédent : { $count }.
cap-coordinate-range = { $position } n’est pas un endroit sur Terre.
cap-circle-malformed = « { $value } » n’a pas la forme latitude,longitude rayon. Le cercle est laissé de côté.
cap-circle-repaired = Le cercle « { $value } » a été lu comme { $used }.
cap-circle-radius = Un rayon de { $value } km n’existe pas sur Terre.
cap-circle-radius-zero = Le rayon est 0 : le cercle est un simple point.
cap-altitude-invalid = « { $value } » n’est pas une altitude.
cap-ceiling-without-altitude = Une altitude maximale (ceiling) est donnée sans altitude minimale (altitude).
cap-ceiling-below-altitude = L’altitude maximale { $ceiling } est plus basse que l’altitude minimale { $altitude }.

## À qui le message s’adresse

cap-scope-not-public = Ce message n’est pas destiné au public (scope { $scope }). Il peut être lu ici, mais pas publié. Si le public doit être averti, rédigez une nouvelle alerte.
cap-message-answers = Ce message ne fait que répondre à un autre ({ $kind }). Il ne donne pas de brouillon.
cap-message-cancels = Ce message en annule un autre. Il peut être lu ici, mais ne devient pas une alerte. Si l’une de nos alertes n’est plus valable, annulez cette alerte.
cap-message-cancels-ours = Ce message annule l’alerte { $alert }, qui est active ici. Ouvrez cette alerte et annulez-la (pour un programme : POST /office/api/alerts/{ $alert }/cancel).
cap-message-cancels-open = Ce message annule celui dont vient le brouillon { $alert }, encore ouvert ici. Ouvrez ce brouillon et abandonnez-le.
cap-draft-discarded = Le brouillon { $alert } a été abandonné : ce message annule celui dont il venait, et personne n’y avait travaillé.
cap-update-unknown = Le message que celui-ci met à jour n’est pas actif ici. Une fois publié, ce brouillon sera une nouvelle alerte.
cap-update-names-more = Ce message met aussi à jour l’alerte { $alert }, qui reste en cours à côté de lui. Terminez ou annulez cette alerte si elle n’est plus valable.

## Signature

cap-signature-digest-mismatch = Le message a été modifié après sa signature.
cap-signature-signature-invalid = La signature n’a pas été faite avec la clé de son certificat, ou a été modifiée.
cap-signature-certificate-expired = Le certificat de « { $subject } » a expiré.
cap-signature-certificate-not-yet-valid = Le certificat de « { $subject } » n’est pas encore valable.
cap-signature-certificate-not-trusted = Le certificat de « { $subject } » ne vient d’aucune autorité à laquelle nous faisons confiance.
cap-signature-certificate-missing = La signature n’est accompagnée d’aucun certificat.
cap-signature-certificate-invalid = Le certificat de la signature est illisible.
cap-signature-unsupported-algorithm = La signature utilise une méthode que nous n’acceptons pas : { $algorithm }.
cap-signature-not-over-whole-message = Il faut exactement une signature, et elle doit couvrir tout le message.

## Feeds

cap-feed-unknown = Ce fichier n’est pas un flux Atom ou RSS : il commence par { $found }.
