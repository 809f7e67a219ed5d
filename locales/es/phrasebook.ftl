# The crisis phrasebook: every word of an alert that the portal writes itself.
# Arguments: $areas is a formatted list of municipalities; the others are the
# parameters of the scenario (content/scenarios.toml). An optional parameter
# that was not filled in arrives as the text "none".

## gas-leak

alert-gas-leak-event = Fuga de gas
alert-gas-leak-headline = Fuga de gas – { $areas }: aléjese
alert-gas-leak-description = Hay una fuga de gas. Lugar: { $place }. Zona afectada: { $areas }. Los servicios de emergencia están trabajando.
alert-gas-leak-instruction =
    { $radius ->
        [none] Aléjese de este lugar: { $place }.
       *[other] Aléjese más de { $radius } de este lugar: { $place }.
    }
    Váyase a pie. No arranque ningún vehículo.
    Nada de llamas ni cigarrillos.
    En el interior, no toque interruptores ni timbres. No use el teléfono.
    ¿Huele a gas en su casa? Abra las ventanas si eso no le retrasa. Salga por la escalera, no en ascensor.
    Llame al 112 una vez fuera y solo si hay peligro.
    Vuelva cuando las autoridades digan que se puede.

## toxic-smoke

alert-toxic-smoke-event = Humo tóxico
alert-toxic-smoke-headline = Humo tóxico – { $areas }: quédese en el interior
alert-toxic-smoke-description = Se extiende un humo peligroso para la salud. Origen: { $place }. Zona afectada: { $areas }.
alert-toxic-smoke-instruction =
    { $radius ->
        [none] Entre en un edificio y quédese allí. Origen del humo: { $place }.
       *[other] Entre en un edificio y quédese allí, sobre todo si está a menos de { $radius } de este lugar: { $place }.
    }
    Cierre puertas y ventanas.
    Apague la ventilación, la campana y el aire acondicionado.
    ¿No hay refugio cerca? Aléjese del humo, en dirección transversal al viento.
    En coche: cierre las ventanillas, apague la ventilación y salga de la zona.
    No vaya a buscar a los niños: la escuela los protege en el interior.
    Llame al 112 solo si hay peligro o si alguien respira mal.
    Espere a que termine la alerta para salir y ventilar.

## fire

alert-fire-event = Incendio
alert-fire-headline = Incendio – { $areas }: mantenga la distancia
alert-fire-description = Hay un incendio. Lugar: { $place }. Zona afectada: { $areas }. Los bomberos están trabajando.
alert-fire-instruction =
    { $radius ->
        [none] No se acerque a este lugar: { $place }.
       *[other] Quédese a más de { $radius } de este lugar: { $place }.
    }
    Deje paso libre a los servicios de emergencia.
    ¿Le llega el humo? Entre, cierre puertas y ventanas y apague la ventilación.
    ¿Hay fuego en su edificio? Salga, cierre las puertas tras usted y no use el ascensor.
    ¿El humo bloquea la salida? Quédese en una habitación cerrada, tape la parte baja de la puerta y déjese ver por la ventana.
    Llame al 112 si está en peligro.
    No vuelva a entrar sin permiso de los bomberos.

## flood

alert-flood-event = Inundación
alert-flood-headline = Inundación – { $areas }: vaya a un lugar alto
alert-flood-description =
    El agua sube o puede subir deprisa. { $place ->
        [none] Puede afectar a varios lugares.
       *[other] Lugar: { $place }.
    } Zona afectada: { $areas }.
alert-flood-instruction =
    { $place ->
        [none] Salga de sótanos, aparcamientos subterráneos y calles en zonas bajas.
       *[other] Aléjese de este lugar: { $place }. Salga de sótanos y aparcamientos subterráneos.
    }
    Si el agua se acerca, suba a un piso más alto.
    No camine ni conduzca por el agua, aunque sea poco profunda.
    Evite los túneles y la orilla del agua.
    Corte la luz y el gas si puede hacerlo en seco y sin peligro.
    No toque aparatos eléctricos mojados.
    No vuelva a bajar para salvar objetos.
    Llame al 112 si alguien está en peligro.

## storm

alert-storm-event = Temporal de viento
alert-storm-headline = Temporal de viento – { $areas }: quédese en el interior
alert-storm-description =
    Sopla o se espera viento fuerte. Pueden caer árboles y objetos. Zona afectada: { $areas }. { $from ->
        [none] La alerta está en vigor desde ahora.
       *[other] Inicio previsto: { $from }.
    } { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    }
alert-storm-instruction =
    Quédese en el interior, lejos de las ventanas.
    Meta dentro lo que pueda volar, solo si el viento aún es flojo.
    No entre en parques ni bosques.
    Aplace sus desplazamientos. No aparque bajo un árbol.
    En la calle, aléjese de árboles, fachadas y andamios.
    No toque un cable caído en el suelo.
    No suba al tejado.
    Llame al 112 solo si alguien está en peligro.

## heat

alert-heat-event = Calor intenso
alert-heat-headline = Calor intenso – { $areas }: beba agua y busque el fresco
alert-heat-description =
    Hace o se espera mucho calor. El calor agota el cuerpo, sobre todo el de las personas mayores o enfermas y los niños pequeños. Zona afectada: { $areas }. { $from ->
        [none] La alerta está en vigor desde ahora.
       *[other] Inicio previsto: { $from }.
    } { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    }
alert-heat-instruction =
    Beba agua a menudo, aunque no tenga sed.
    Quédese al fresco. Cierre cortinas y ventanas de día y ventile de noche.
    Evite el sol y el esfuerzo en las horas de más calor.
    Interésese por las personas solas o vulnerables.
    No deje nunca a una persona o un animal en un coche.
    No se bañe en el canal ni en los estanques.
    ¿Alguien está desorientado, muy acalorado o inconsciente? Llame al 112, llévelo al fresco y mójele la piel.

## cold

alert-cold-event = Frío intenso
alert-cold-headline = Frío intenso – { $areas }: abríguese
alert-cold-description =
    Hace o se espera mucho frío. El suelo puede estar resbaladizo. Zona afectada: { $areas }. { $from ->
        [none] La alerta está en vigor desde ahora.
       *[other] Inicio previsto: { $from }.
    } { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    }
alert-cold-instruction =
    Salga poco. Abríguese bien, sobre todo la cabeza y las manos.
    Camine y conduzca despacio: puede haber hielo.
    No se caliente con barbacoa, hornillo u horno: riesgo de intoxicación por monóxido de carbono.
    No tape las rejillas de ventilación.
    Interésese por las personas solas o vulnerables.
    ¿Dolor de cabeza o malestar junto a una estufa? Salga al aire libre y llame al 112.
    ¿Alguien en la calle no responde? Llame al 112.

## power-cut

alert-power-cut-event = Corte de electricidad
alert-power-cut-headline = Corte de electricidad – { $areas }
alert-power-cut-description =
    No hay electricidad. { $place ->
        [none] Puede afectar a varias calles.
       *[other] Lugar: { $place }.
    } Zona afectada: { $areas }. { $until ->
        [none] Aún no se sabe cuándo volverá.
       *[other] Restablecimiento previsto: { $until }.
    }
alert-power-cut-instruction =
    Apague la cocina, el horno y la plancha.
    Use una linterna en lugar de una vela.
    Mantenga cerrados la nevera y el congelador.
    Nada de barbacoas ni generadores en el interior: riesgo de intoxicación por monóxido de carbono.
    No use el ascensor.
    Ahorre batería del teléfono.
    ¿Semáforos apagados? Reduzca la velocidad y respete la prioridad.
    Ayude a los vecinos que dependen de un aparato médico.
    No llame al 112 por el corte, solo si alguien está en peligro.

## water-not-drinkable

alert-water-not-drinkable-event = Agua del grifo no potable
alert-water-not-drinkable-headline = Agua del grifo no potable – { $areas }: no la beba
alert-water-not-drinkable-description =
    Por ahora el agua del grifo no es potable. { $place ->
        [none] Puede afectar a toda la zona.
       *[other] Lugar: { $place }.
    } Zona afectada: { $areas }. { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    }
alert-water-not-drinkable-instruction =
    No beba agua del grifo. No se la dé a los animales.
    No la use para cocinar, lavar alimentos, preparar biberones, hacer hielo o cepillarse los dientes.
    Use agua embotellada.
    Hervirla no siempre basta: hágalo solo si lo aconsejan las autoridades.
    Puede tirar de la cadena. Para la ducha y la colada, siga el consejo de las autoridades.
    ¿Se siente mal después de beberla? Llame a su médico, o al 112 si es grave.

## emergency-numbers-outage

alert-emergency-numbers-outage-event = Avería de los números de emergencia
alert-emergency-numbers-outage-headline = Fallos en los números de emergencia – { $areas }
alert-emergency-numbers-outage-description =
    { $numbers ->
        [none] Es posible que las llamadas al 112 y al 101 no entren.
       *[other] Es posible que no entren las llamadas a estos números de emergencia: { $numbers }.
    } Zona afectada: { $areas }. { $until ->
        [none] Aún no se sabe cuándo volverán a funcionar.
       *[other] Restablecimiento previsto: { $until }.
    }
alert-emergency-numbers-outage-instruction =
    En una emergencia, pruebe una vez el 112 y luego el 101, si puede también desde otro teléfono.
    ¿No contestan? Vaya a la comisaría, el parque de bomberos o el hospital más cercano, o envíe a alguien.
    Pida ayuda a quienes estén cerca. Haga señas a una patrulla o a una ambulancia.
    No llame para probar.
    Deje libres las líneas: envíe mensajes en vez de llamar.
    Interésese por los vecinos enfermos o solos.
    Recibirá un nuevo mensaje cuando las llamadas funcionen.

## demonstration

alert-demonstration-event = Manifestación
alert-demonstration-headline = Manifestación – { $areas }: busque otro camino
alert-demonstration-description =
    Hay una manifestación prevista o en curso. Lugar: { $place }. Zona afectada: { $areas }. { $from ->
        [none] Esta información es válida desde ahora.
       *[other] Inicio previsto: { $from }.
    } { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    } { $people ->
        [none] No se conoce el número de personas esperado.
        [one] Se espera a alrededor de { $people } persona.
       *[other] Se espera a unas { $people } personas.
    }
alert-demonstration-instruction =
    ¿No participa? Evite este lugar: { $place }.
    Calcule más tiempo y compruebe su trayecto antes de salir.
    Siga las indicaciones de la policía.
    Deje paso libre a los servicios de emergencia.
    Entre la multitud, fíjese en las salidas y no empuje. Si se hace muy densa, salga por un lado.
    ¿Tensión cerca de usted? Aléjese con calma.
    ¿Está en peligro? Policía: 101. Ambulancia y bomberos: 112.

## traffic-disruption

alert-traffic-disruption-event = Alteraciones del tráfico
alert-traffic-disruption-headline = Alteraciones del tráfico – { $areas }
alert-traffic-disruption-description =
    El tráfico o el transporte público sufren graves alteraciones. Lugar: { $place }. Zona afectada: { $areas }. { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    }
alert-traffic-disruption-instruction =
    Evite este lugar: { $place }.
    Aplace su viaje o tome otro camino.
    Compruebe su trayecto antes de salir.
    En un atasco, deje un carril libre para los servicios de emergencia.
    ¿Está parado su metro, tranvía o tren? Quédese a bordo y siga las indicaciones del personal. No baje a las vías.
    Llame al 112 solo si alguien está herido o en peligro.

## suspicious-object

alert-suspicious-object-event = Objeto sospechoso
alert-suspicious-object-headline = Objeto sospechoso – { $areas }: mantenga la distancia
alert-suspicious-object-description = La policía examina un objeto sospechoso. Lugar: { $place }. Zona afectada: { $areas }.
alert-suspicious-object-instruction =
    { $radius ->
        [none] Salga de este lugar y sus alrededores: { $place }.
       *[other] Aléjese más de { $radius } de este lugar: { $place }.
    }
    No toque ni mueva nada.
    ¿La policía le pide quedarse en el interior? Aléjese de las ventanas.
    Respete el cordón y siga las indicaciones de la policía.
    No vaya a mirar y no grabe.
    ¿Ve otro objeto preocupante? Aléjese primero y después llame al 101.
    Vuelva cuando la policía levante el cordón.

## terrorist-threat

alert-terrorist-threat-event = Amenaza terrorista
alert-terrorist-threat-headline = Amenaza terrorista – { $areas }: póngase a salvo
alert-terrorist-threat-description =
    Las autoridades informan de una amenaza terrorista. { $place ->
        [none] No se ha comunicado el lugar exacto.
       *[other] Lugar: { $place }.
    } Zona afectada: { $areas }.
alert-terrorist-threat-instruction =
    { $place ->
        [none] Huya del peligro si hay un camino seguro. Deje sus cosas.
       *[other] Aléjese de este lugar si hay un camino seguro: { $place }. Deje sus cosas.
    }
    Si no, escóndase: bloquee la puerta, apague la luz y silencie el teléfono.
    Una vez a salvo, llame al 112 o al 101 para pedir ayuda o decir lo que ha visto.
    Ante la policía, muestre las manos vacías y siga sus órdenes.
    En otros lugares, quédese en el interior y no vaya allí.
    No publique imágenes de la policía ni rumores.
    Siga la información oficial.

## missing-person

alert-missing-person-event = Persona desaparecida
alert-missing-person-headline = Persona desaparecida – { $areas }: la policía pide su ayuda
alert-missing-person-description = La policía busca a una persona desaparecida. Último lugar conocido: { $place }. Desde: { $since }. Zona afectada: { $areas }.
alert-missing-person-instruction =
    Lea el aviso de la policía.
    Último lugar conocido: { $place }. Mire también en su jardín, sótano y garaje.
    ¿Cree ver a esta persona ahora? Llame al 101 y diga dónde.
    ¿Está en peligro o herida? Llame al 112.
    No intervenga en solitario ni investigue por su cuenta.
    Comparta solo el aviso oficial, sin fotos ni comentarios propios.
    ¿La han encontrado? Borre lo que compartió.

## park-closed

alert-park-closed-event = Parques cerrados
alert-park-closed-headline = Parques cerrados – { $areas }
alert-park-closed-description =
    { $place ->
        [none] Los parques y zonas verdes están cerrados por su seguridad.
       *[other] Esta zona verde está cerrada por su seguridad: { $place }.
    } Zona afectada: { $areas }. { $until ->
        [none] Aún no se conoce la hora de reapertura.
       *[other] Reapertura prevista: { $until }.
    }
alert-park-closed-instruction =
    { $place ->
        [none] No entre en los parques, aunque una verja esté abierta.
       *[other] No entre aquí, aunque una verja esté abierta: { $place }.
    }
    ¿Ya está dentro? Salga por la salida más cercana y evite los árboles.
    No cruce vallas ni cintas.
    Tome otro camino.
    Espere a que se anuncie la reapertura.
    Llame al 112 solo si alguien está en peligro.

## avoid-area

alert-avoid-area-event = Zona que debe evitarse
alert-avoid-area-headline = Zona que debe evitarse – { $areas }
alert-avoid-area-description =
    Hay un incidente en curso. Lugar: { $place }. Zona afectada: { $areas }. { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    }
alert-avoid-area-instruction =
    { $radius ->
        [none] No vaya a este lugar: { $place }.
       *[other] Quédese a más de { $radius } de este lugar: { $place }.
    }
    ¿Está allí, en la calle? Váyase con calma.
    ¿Está allí, en un edificio? Quédese dentro, salvo si los servicios de emergencia le piden salir.
    Deje paso libre a los servicios de emergencia.
    No vaya a mirar y no grabe a las personas.
    Llame al 112 solo si hay peligro.

## provincial-phase

alert-provincial-phase-event = Fase provincial de crisis
alert-provincial-phase-headline = Fase provincial de gestión de crisis – { $areas }
alert-provincial-phase-description =
    Se ha activado la fase provincial de gestión de crisis: el trabajo de los servicios se coordina para toda la Región. Zona afectada: { $areas }. { $from ->
        [none] La decisión está en vigor desde ahora.
       *[other] Inicio: { $from }.
    }
alert-provincial-phase-instruction =
    Esta decisión organiza el trabajo de los servicios. Por sí sola no le exige nada.
    Siga las indicaciones dadas para su municipio.
    Infórmese en fuentes oficiales. No difunda rumores.
    Mantenga cargado el teléfono.
    Interésese por las personas solas o vulnerables.
    No llame al 112 o al 101 para pedir información, solo si hay peligro.

## crisis-centre-activation

alert-crisis-centre-activation-event = Centro de crisis regional activado
alert-crisis-centre-activation-headline = Centro de crisis regional activado – { $areas }
alert-crisis-centre-activation-description =
    Se ha activado el centro de crisis regional. Sigue la situación y coordina los servicios. Zona afectada: { $areas }. { $from ->
        [none] La decisión está en vigor desde ahora.
       *[other] Inicio: { $from }.
    }
alert-crisis-centre-activation-instruction =
    Los servicios siguen de cerca la situación. Por ahora no tiene que hacer nada especial.
    Siga las indicaciones si un mensaje se las da.
    Infórmese en fuentes oficiales. No difunda rumores.
    Mantenga cargado el teléfono.
    No llame al 112 o al 101 para pedir información, solo si hay peligro.

## planned-event

alert-planned-event-event = Evento previsto
alert-planned-event-headline = Evento previsto – { $name }
alert-planned-event-description =
    { $name }. Lugar: { $place }. Zona afectada: { $areas }. Inicio previsto: { $from }. { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    } { $people ->
        [none] No se conoce el número de personas esperado.
        [one] Se espera a alrededor de { $people } persona.
       *[other] Se espera a unas { $people } personas.
    }
alert-planned-event-instruction =
    Calcule más tiempo alrededor de este lugar: { $place }.
    Venga mejor a pie, en bicicleta o en transporte público.
    Compruebe su trayecto antes de salir.
    Allí, fíjese en las salidas y los puestos de socorro. Acuerde un punto de encuentro.
    No deje bolsas sin vigilancia.
    Siga las indicaciones de la organización y de la policía.
    ¿Está en peligro? Policía: 101. Ambulancia y bomberos: 112.

## health-measure

alert-health-measure-event = Medida de salud pública
alert-health-measure-headline = Medida de salud pública – { $areas }
alert-health-measure-description =
    Las autoridades toman una medida para proteger la salud de todos. Zona afectada: { $areas }. { $from ->
        [none] La medida está en vigor desde ahora.
       *[other] Inicio: { $from }.
    } { $until ->
        [none] Aún no se conoce la fecha de fin.
       *[other] Fin previsto: { $until }.
    }
alert-health-measure-instruction =
    Lea la medida en la página de la alerta y aplíquela.
    Lávese las manos a menudo y ventile las habitaciones.
    ¿Se siente mal? Quédese en casa y llame a su médico antes de ir.
    Proteja a las personas vulnerables de su entorno.
    No deje un tratamiento sin consejo médico.
    No vaya a urgencias solo para informarse.
    Llame al 112 solo si hay una vida en peligro.

## drill

alert-drill-event = Simulacro
alert-drill-headline = Los servicios de emergencia hacen un simulacro: { $areas }
alert-drill-description =
    Los servicios de emergencia hacen un simulacro. { $place ->
        [none] No hay ningún peligro.
       *[other] No hay ningún peligro. Lugar: { $place }.
    } Zona afectada: { $areas }. { $from ->
        [none] El simulacro está en curso.
       *[other] Inicio previsto: { $from }.
    } { $until ->
        [none] Aún no se conoce la hora de fin.
       *[other] Fin previsto: { $until }.
    }
alert-drill-instruction =
    Esto es un simulacro. No tiene que hacer nada.
    Puede ver vehículos de emergencia y personas que representan un papel.
    { $place ->
        [none] Deje trabajar a los equipos y mantenga la distancia.
       *[other] Deje trabajar a los equipos y no se acerque a este lugar: { $place }.
    }
    No llame al 112 ni al 101 por el simulacro.
    ¿Peligro real? Llame al 112 o al 101 como siempre.

## Messages of every scenario

alert-all-clear-event = Fin de la alerta: { $event }
alert-all-clear-headline = Fin de la alerta – { $event } – { $areas }
alert-all-clear-description = Esta alerta ha terminado: { $event }. Zona afectada: { $areas }.
alert-all-clear-instruction =
    La alerta se ha levantado. Puede volver a sus actividades.
    Siga respetando las indicaciones en el lugar.
    Después de humo o gas, ventile bien.
    No llame al 112 para pedir información.
    Gracias por seguir las indicaciones.
alert-cancelled-event = Alerta anulada: { $event }
alert-cancelled-headline = Alerta enviada por error – { $event } – { $areas }
alert-cancelled-description = Esta alerta se envió por error y queda anulada: { $event }. Zona afectada: { $areas }.
alert-cancelled-instruction =
    No la tenga en cuenta. No tiene que hacer nada.
    No llame al 112 o al 101 por este motivo.
    Si la compartió, diga que fue un error.
    Le pedimos disculpas.
alert-update-prefix = ACTUALIZACIÓN
alert-exercise-prefix = SIMULACRO – no es una alerta real
alert-exercise-note = Este mensaje forma parte de un simulacro. No hay ningún peligro y no tiene que hacer nada.
alert-test-prefix = PRUEBA
push-update-title = ACTUALIZACIÓN { $number } – { $headline }
push-all-clear-title = FIN DE LA ALERTA – { $headline }
push-cancelled-title = ANULADA – { $headline }
push-test-title = Prueba correcta
push-test-body = Este teléfono u ordenador puede recibir las alertas de safe.brussels. Esto es una prueba: no tiene que hacer nada.
alert-next-update = Próxima información: { $time }
alert-issued-by = Emitida por: { $authority }
authority-safe-brussels = safe.brussels
authority-high-official = Alto Funcionario (Haut fonctionnaire / Hoge ambtenaar)
authority-minister-president = Ministro-Presidente de la Región de Bruselas-Capital
authority-mayor = Alcaldía – { $areas }
alert-not-be-alert = Este servicio complementa a BE-Alert, el 112 y el 101. No los sustituye.
