<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AskPath</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1 ya existe. ¿Desea reemplazarlo?</translation>
    </message>
    <message>
        <source>There is probably not enough room on the disc: about %1 are needed, %2 are free. Begin all the same?</source>
        <translation>Probablemente no hay sitio suficiente en el disco: hacen falta unos %1 y quedan %2 libres. ¿Empezar de todos modos?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>AskVerb</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The work of %1 would be lost. Stop it?</source>
        <translation>Se perdería el trabajo de %1. ¿Detenerlo?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>BuildTask</name>
    <message>
        <source>Source: %1</source>
        <translation>Origen: %1</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>Salida: %1</translation>
    </message>
    <message>
        <source>Options: %1</source>
        <translation>Opciones: %1</translation>
    </message>
</context>
<context>
    <name>ClusterUse</name>
    <message numerus="yes">
        <source>%1: %n thread(s), %2/s, for %3</source>
        <comment>a computer that helps</comment>
        <translation>
            <numerusform>%1: %n hilo, %2/s, desde hace %3</numerusform>
            <numerusform>%1: %n hilos, %2/s, desde hace %3</numerusform>
        </translation>
    </message>
    <message>
        <source>No other computer helps yet.</source>
        <translation>Todavía no ayuda ningún otro equipo.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>the kernel module attaches no image inside an ISO</source>
        <translation>el módulo del núcleo no conecta ninguna imagen que esté dentro de una ISO</translation>
    </message>
    <message>
        <source>only root mounts more than the tree at a folder. Leave out the folder, or --way</source>
        <translation>solo root monta en una carpeta algo más que el árbol. Omita la carpeta, o --way</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>IMAGEN</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>ORIGEN</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>SALIDA</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ARCHIVO</translation>
    </message>
    <message>
        <source>MAP</source>
        <translation>MAPA</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>CARPETA</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>RUTA</translation>
    </message>
    <message>
        <source>PATH... DEST</source>
        <translation>RUTA... DESTINO</translation>
    </message>
    <message>
        <source>DEVICE</source>
        <translation>DISPOSITIVO</translation>
    </message>
    <message>
        <source>MOUNTED</source>
        <translation>MONTADO</translation>
    </message>
    <message>
        <source>ATTACHED</source>
        <translation>CONECTADO</translation>
    </message>
    <message>
        <source>TARGET</source>
        <translation>DESTINO</translation>
    </message>
    <message>
        <source>DISK</source>
        <translation>DISCO</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>ORDEN</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAMAÑO</translation>
    </message>
    <message>
        <source>BYTES</source>
        <translation>BYTES</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SEGUNDOS</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTO</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>PALABRAS</translation>
    </message>
    <message>
        <source>PATTERN</source>
        <translation>PATRÓN</translation>
    </message>
    <message>
        <source>its head is damaged, and the kernel takes it as it stands. %1 cloop convert makes a sound image of it</source>
        <translation>su cabecera está dañada, y el núcleo la toma tal como está. %1 cloop convert hace de ella una imagen sana</translation>
    </message>
    <message>
        <source>blocks of %1 are larger than the kernel takes. cloop convert -B 4M makes smaller ones</source>
        <translation>los bloques de %1 son mayores de lo que admite el núcleo. cloop convert -B 4M los hace más pequeños</translation>
    </message>
    <message>
        <source>a split set is attached as a whole. Leave out --offset, --sizelimit and --partscan</source>
        <translation>una imagen en partes se conecta entera. Omita --offset, --sizelimit y --partscan</translation>
    </message>
    <message>
        <source>%1 is not a number of bytes such as 32K or 32768</source>
        <translation>%1 no es un número de bytes como 32K o 32768</translation>
    </message>
    <message>
        <source>the image comes first: cloop attach %1 %2</source>
        <translation>la imagen va primero: cloop attach %1 %2</translation>
    </message>
    <message>
        <source>a device, --offset, --sizelimit and --partscan need the kernel module. Leave them out, or --way fuse</source>
        <translation>un dispositivo, --offset, --sizelimit y --partscan necesitan el módulo del núcleo. Omítalos, u omita --way fuse</translation>
    </message>
    <message>
        <source>it is in use, and is detached when the last user closes it, as unmounting does.</source>
        <translation>está en uso, y se desconectará cuando lo cierre su último usuario, por ejemplo al desmontarlo.</translation>
    </message>
    <message>
        <source>Give an image a device of the kernel, for mount -r, and print its name</source>
        <translation>Dar a una imagen un dispositivo del núcleo, para mount -r, y mostrar su nombre</translation>
    </message>
    <message>
        <source>An image, a part of a split set, or a drive with an image on it</source>
        <translation>Una imagen, una parte de una imagen en partes, o una unidad con una imagen</translation>
    </message>
    <message>
        <source>The device (default: the first that is free)</source>
        <translation>El dispositivo (por omisión, el primero que esté libre)</translation>
    </message>
    <message>
        <source>Where the image begins in the file, such as 32K</source>
        <translation>Dónde empieza la imagen en el archivo, por ejemplo 32K</translation>
    </message>
    <message>
        <source>How much of the file belongs to it</source>
        <translation>Cuánto del archivo le pertenece</translation>
    </message>
    <message>
        <source>How: by the kernel module, or by FUSE and a loop device</source>
        <translation>Cómo: con el módulo del núcleo, o con FUSE y un dispositivo de bucle</translation>
    </message>
    <message>
        <source>Look for partitions inside</source>
        <translation>Buscar particiones dentro</translation>
    </message>
    <message>
        <source>Detach devices; one in use goes when its last user closes it</source>
        <translation>Desconectar dispositivos; uno en uso se desconecta cuando lo cierra su último usuario</translation>
    </message>
    <message>
        <source>Devices, or the images that are attached to them</source>
        <translation>Dispositivos, o las imágenes conectadas a ellos</translation>
    </message>
    <message>
        <source>All devices of the kernel module</source>
        <translation>Todos los dispositivos del módulo del núcleo</translation>
    </message>
    <message>
        <source>the name of a device, or --all, is missing</source>
        <translation>falta el nombre de un dispositivo, o --all</translation>
    </message>
    <message>
        <source>it is too small to measure with. Name a file of 64 KiB or more</source>
        <translation>es demasiado pequeño para medir con él. Indique un archivo de 64 KiB o más</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>este programa</translation>
    </message>
    <message>
        <source>, blocks of 64 KiB, one thread, MB of CPU time
  encoder      ratio   compress MB/s   decompress MB/s
</source>
        <translation>, bloques de 64 KiB, un hilo, MB por segundo de CPU
  códec        razón   comprimir MB/s   descomprimir MB/s
</translation>
    </message>
    <message>
        <source>Measure each encoder on this machine: ratio, and speed both ways</source>
        <translation>Medir cada codificador en este equipo: razón, y velocidad en ambos sentidos</translation>
    </message>
    <message>
        <source>What to measure with (default: this program itself)</source>
        <translation>Con qué medir (por omisión, este mismo programa)</translation>
    </message>
    <message>
        <source>The same versions of the encoders write the same bytes:</source>
        <translation>Las mismas versiones de los codificadores escriben los mismos bytes:</translation>
    </message>
    <message>
        <source>the command %1 does not exist</source>
        <translation>la orden %1 no existe</translation>
    </message>
    <message>
        <source>Show what a command does, its arguments and its options</source>
        <translation>Mostrar qué hace una orden, sus argumentos y sus opciones</translation>
    </message>
    <message>
        <source>The command; without it, all commands are listed</source>
        <translation>La orden; sin ella se enumeran todas</translation>
    </message>
    <message>
        <source>cloop --help lists them</source>
        <translation>cloop --help las enumera</translation>
    </message>
    <message>
        <source>a command is missing</source>
        <translation>falta una orden</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>falta %1</translation>
    </message>
    <message>
        <source>%1 does not belong here</source>
        <translation>%1 está de más</translation>
    </message>
    <message>
        <source>%1 do not belong here</source>
        <translation>%1 están de más</translation>
    </message>
    <message>
        <source>%1 takes a value (%2), which is missing</source>
        <translation>%1 lleva un valor (%2), que falta</translation>
    </message>
    <message>
        <source>%1 takes a number, which %2 is not</source>
        <translation>%1 lleva un número, y %2 no lo es</translation>
    </message>
    <message>
        <source>%1 and %2 can&apos;t be given together</source>
        <translation>%1 y %2 no pueden darse a la vez</translation>
    </message>
    <message>
        <source>%1 works only with %2</source>
        <translation>%1 solo sirve con %2</translation>
    </message>
    <message>
        <source>Compressed disc images: make them, look into them, bring out what is in them, also past damage</source>
        <translation>Imágenes comprimidas de disco: hacerlas, mirar en ellas, sacar lo que contienen, también donde están dañadas</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>Mostrar esta ayuda</translation>
    </message>
    <message>
        <source>Show the versions of this program and of its encoders</source>
        <translation>Mostrar las versiones del programa y de sus codificadores</translation>
    </message>
    <message>
        <source>cloop help COMMAND shows the options of a command, man cloop describes all of them.</source>
        <translation>cloop help ORDEN muestra las opciones de una orden; man cloop las describe todas.</translation>
    </message>
    <message>
        <source>man cloop-%1 tells more, and gives examples.</source>
        <translation>man cloop-%1 dice más y da ejemplos.</translation>
    </message>
    <message>
        <source>cloop --help and cloop COMMAND --help show what there is</source>
        <translation>cloop --help y cloop ORDEN --help muestran lo que hay</translation>
    </message>
    <message>
        <source>cloop convert --keep-going keeps the rest, with zeros in place of what is lost.</source>
        <translation>cloop convert --keep-going conserva el resto, con ceros en lugar de lo perdido.</translation>
    </message>
    <message>
        <source>Make an image of another version, block size or codec out of an image</source>
        <translation>Hacer de una imagen otra de otra versión, otro tamaño de bloque u otro códec</translation>
    </message>
    <message>
        <source>Image, part of a split set, drive, or ISO:PATH</source>
        <translation>Imagen, parte de una imagen en partes, unidad, o ISO:RUTA</translation>
    </message>
    <message>
        <source>The new image; - for standard output</source>
        <translation>La imagen nueva; - para la salida estándar</translation>
    </message>
    <message>
        <source>Salvage: go on at lost blocks, with zeros in their place; exit status 2</source>
        <translation>Salvar: continuar en los bloques perdidos, con ceros en su lugar; estado de salida 2</translation>
    </message>
    <message>
        <source>a block size is a multiple of 512 up to 64M, which %1 is not</source>
        <translation>un tamaño de bloque es un múltiplo de 512 hasta 64M, y %1 no lo es</translation>
    </message>
    <message>
        <source>--split takes a size above 2048 bytes such as 4G or 650M, which %1 is not</source>
        <translation>--split lleva un tamaño de más de 2048 bytes, como 4G o 650M, y %1 no lo es</translation>
    </message>
    <message>
        <source>parts can&apos;t go to standard output. Name a file, or leave out --split</source>
        <translation>las partes no pueden ir a la salida estándar. Indique un archivo, u omita --split</translation>
    </message>
    <message>
        <source>Bytes of a block, a multiple of 512 (default 64K)</source>
        <translation>Bytes de un bloque, un múltiplo de 512 (por omisión 64K)</translation>
    </message>
    <message>
        <source>Version of the image (default v2, which every reader takes)</source>
        <translation>Versión de la imagen (por omisión v2, que leen todos)</translation>
    </message>
    <message>
        <source>How blocks are compressed (default deflate); best tries all</source>
        <translation>Cómo se comprimen los bloques (por omisión deflate); best los prueba todos</translation>
    </message>
    <message>
        <source>How hard the encoder tries; deflate: 1 to 12 (default 6)</source>
        <translation>Cuánto se esfuerza el codificador; deflate: de 1 a 12 (por omisión 6)</translation>
    </message>
    <message>
        <source>Cut the image into parts NAME.000, NAME.001, … smaller than SIZE</source>
        <translation>Cortar la imagen en partes NOMBRE.000, NOMBRE.001, … menores que TAMAÑO</translation>
    </message>
    <message>
        <source>Do not note the exact length in the preamble</source>
        <translation>No anotar la longitud exacta en el preámbulo</translation>
    </message>
    <message>
        <source>Do not read the image back</source>
        <translation>No releer la imagen</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>block</source>
        <translation>bloque</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>bloques</translation>
    </message>
    <message>
        <source>, verified</source>
        <translation>, verificado</translation>
    </message>
    <message>
        <source>SHA-256 of the content: </source>
        <translation>SHA-256 del contenido: </translation>
    </message>
    <message>
        <source>--archive works with standard input (-). A file is an archive by its name</source>
        <translation>--archive sirve con la entrada estándar (-). Un archivo es un archivo comprimido por su nombre</translation>
    </message>
    <message>
        <source>--label works with a folder or an archive as the source</source>
        <translation>--label sirve con una carpeta o un archivo comprimido como origen</translation>
    </message>
    <message>
        <source>--label names the volume that a folder or archive becomes, but %1 is taken as it is</source>
        <translation>--label da nombre al volumen en que se convierte una carpeta o un archivo comprimido, pero %1 se toma tal como está</translation>
    </message>
    <message>
        <source>--size works with standard input (-) as the source</source>
        <translation>--size sirve con la entrada estándar (-) como origen</translation>
    </message>
    <message>
        <source>--size takes a number of bytes, which %1 is not</source>
        <translation>--size lleva un número de bytes, y %1 no lo es</translation>
    </message>
    <message>
        <source>Make an image of a folder, an ISO or any file, an archive, or standard input</source>
        <translation>Hacer una imagen de una carpeta, una ISO o cualquier archivo, un archivo comprimido, o la entrada estándar</translation>
    </message>
    <message>
        <source>Folder, ISO or any file, archive (.tar.*, .zip, .7z); - for standard input</source>
        <translation>Carpeta, ISO o cualquier archivo, archivo comprimido (.tar.*, .zip, .7z); - para la entrada estándar</translation>
    </message>
    <message>
        <source>The image; - for standard output</source>
        <translation>La imagen; - para la salida estándar</translation>
    </message>
    <message>
        <source>Name of the volume that a folder or archive becomes</source>
        <translation>Nombre del volumen en que se convierte una carpeta o un archivo comprimido</translation>
    </message>
    <message>
        <source>Standard input is an archive; it waits in an unnamed file, since it is read twice</source>
        <translation>La entrada estándar es un archivo comprimido; espera en un archivo sin nombre, porque se lee dos veces</translation>
    </message>
    <message>
        <source>How many bytes standard input will give</source>
        <translation>Cuántos bytes dará la entrada estándar</translation>
    </message>
    <message>
        <source>Go on where a file, or a part, of the source can&apos;t be read</source>
        <translation>Continuar donde no se pueda leer un archivo del origen, o una parte de él</translation>
    </message>
    <message>
        <source>block %1 can&apos;t be compared: lost in one or both</source>
        <translation>el bloque %1 no se puede comparar: está perdido en una o en ambas</translation>
    </message>
    <message>
        <source>block %1 differs</source>
        <translation>el bloque %1 es distinto</translation>
    </message>
    <message>
        <source>blocks %1 to %2 can&apos;t be compared: lost in one or both</source>
        <translation>los bloques %1 a %2 no se pueden comparar: están perdidos en una o en ambas</translation>
    </message>
    <message>
        <source>blocks %1 to %2 differ</source>
        <translation>los bloques %1 a %2 son distintos</translation>
    </message>
    <message>
        <source>the contents have %1 and %2 bytes</source>
        <translation>los contenidos tienen %1 y %2 bytes</translation>
    </message>
    <message>
        <source>files in these blocks:</source>
        <translation>archivos en estos bloques:</translation>
    </message>
    <message>
        <source>Which blocks and files of two images differ; exit status 1 where any do</source>
        <translation>Qué bloques y archivos de dos imágenes son distintos; estado de salida 1 si los hay</translation>
    </message>
    <message>
        <source>An image</source>
        <translation>Una imagen</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>menos de 1 s</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>cerca de %1</translation>
    </message>
    <message>
        <source>Size and time for each preset, from a sample, in seconds</source>
        <translation>Tamaño y tiempo para cada ajuste, a partir de una muestra, en segundos</translation>
    </message>
    <message>
        <source>Folder, ISO or any file, archive</source>
        <translation>Carpeta, ISO o cualquier archivo, archivo comprimido</translation>
    </message>
    <message>
        <source>All that is on %1 (%2) will be lost. Type its name to go on: </source>
        <translation>Se perderá todo lo que hay en %1 (%2). Escriba su nombre para continuar: </translation>
    </message>
    <message>
        <source>nothing was written, because the disk was not confirmed. It is %1, %2; --confirm takes that name</source>
        <translation>no se escribió nada, porque no se confirmó el disco. Es %1, %2; --confirm toma ese nombre</translation>
    </message>
    <message>
        <source>%1 written and read back</source>
        <translation>%1 escritos y releídos</translation>
    </message>
    <message>
        <source>%1 bytes, verified</source>
        <translation>%1 bytes, verificados</translation>
    </message>
    <message>
        <source>fits %1</source>
        <translation>cabe en %1</translation>
    </message>
    <message>
        <source>too large for one disc</source>
        <translation>demasiado grande para un disco</translation>
    </message>
    <message>
        <source>Write an image&apos;s content, or an ISO, to a file to burn or to a stick</source>
        <translation>Escribir el contenido de una imagen, o una ISO, en un archivo para grabar o en una memoria USB</translation>
    </message>
    <message>
        <source>Image, or ISO</source>
        <translation>Imagen, o ISO</translation>
    </message>
    <message>
        <source>A file, or a whole disk such as /dev/sdb, of which all is lost</source>
        <translation>Un archivo, o un disco entero como /dev/sdb, del que se pierde todo</translation>
    </message>
    <message>
        <source>The name of the disk, instead of the question for it</source>
        <translation>El nombre del disco, en lugar de la pregunta por él</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrada estándar</translation>
    </message>
    <message>
        <source>cloop extract --keep-going writes the rest, with zeros in place of what is lost.</source>
        <translation>cloop extract --keep-going escribe el resto, con ceros en lugar de lo perdido.</translation>
    </message>
    <message>
        <source>block is lost, with zeros in its place</source>
        <translation>bloque está perdido, con ceros en su lugar</translation>
    </message>
    <message>
        <source>blocks are lost, with zeros in their place</source>
        <translation>bloques están perdidos, con ceros en su lugar</translation>
    </message>
    <message>
        <source>Write the content of an image to a file</source>
        <translation>Escribir el contenido de una imagen en un archivo</translation>
    </message>
    <message>
        <source>Image, part of a split set, drive, ISO:PATH, or - for standard input</source>
        <translation>Imagen, parte de una imagen en partes, unidad, ISO:RUTA, o - para la entrada estándar</translation>
    </message>
    <message>
        <source>The file; - for standard output</source>
        <translation>El archivo; - para la salida estándar</translation>
    </message>
    <message>
        <source>Go on at lost blocks: zeros in their place, a list, exit status 2</source>
        <translation>Continuar en los bloques perdidos: ceros en su lugar, una lista, estado de salida 2</translation>
    </message>
    <message>
        <source>Read the file back from the disc and compare</source>
        <translation>Releer el archivo del disco y compararlo</translation>
    </message>
    <message>
        <source>and %1 more. cloop ls -R --json marks all of them.</source>
        <translation>y %1 más. cloop ls -R --json los señala todos.</translation>
    </message>
    <message>
        <source>%1 more: %2</source>
        <translation>%1 más: %2</translation>
    </message>
    <message>
        <source>sockets are left out, because a tar archive can&apos;t hold them.</source>
        <translation>los sockets se omiten, porque un archivo tar no puede contenerlos.</translation>
    </message>
    <message>
        <source>owners, devices and setuid bits are left out, because this runs as an ordinary user.</source>
        <translation>propietarios, dispositivos y bits setuid se omiten, porque esto lo ejecuta un usuario corriente.</translation>
    </message>
    <message>
        <source>setuid and setgid bits and device nodes are left out, because they can make their author root here. If you trust that person, --privileged brings them out too.</source>
        <translation>los bits setuid y setgid y los archivos de dispositivo se omiten, porque pueden hacer root aquí a su autor. Si confía en esa persona, --privileged los saca también.</translation>
    </message>
    <message>
        <source>file or folder</source>
        <translation>archivo o carpeta</translation>
    </message>
    <message>
        <source>files and folders</source>
        <translation>archivos y carpetas</translation>
    </message>
    <message>
        <source>damaged place</source>
        <translation>lugar dañado</translation>
    </message>
    <message>
        <source>damaged places</source>
        <translation>lugares dañados</translation>
    </message>
    <message>
        <source>%1 lost, with zeros in their place</source>
        <translation>%1 perdidos, con ceros en su lugar</translation>
    </message>
    <message>
        <source>get takes IMAGE PATH… DEST, and there is no DEST. Name what to bring out, and where to</source>
        <translation>get lleva IMAGEN RUTA… DESTINO, y no hay DESTINO. Indique qué sacar, y adónde</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>salida estándar</translation>
    </message>
    <message>
        <source>SHA-256 of what was written: </source>
        <translation>SHA-256 de lo escrito: </translation>
    </message>
    <message>
        <source>%1 are lost. Zeros stand in their place.</source>
        <translation>se han perdido %1. En su lugar hay ceros.</translation>
    </message>
    <message>
        <source>List the files inside an image or ISO</source>
        <translation>Enumerar los archivos de una imagen o ISO</translation>
    </message>
    <message>
        <source>Image, ISO, drive, or ISO:PATH</source>
        <translation>Imagen, ISO, unidad, o ISO:RUTA</translation>
    </message>
    <message>
        <source>Folder or file inside (default /)</source>
        <translation>Carpeta o archivo de dentro (por omisión /)</translation>
    </message>
    <message>
        <source>With mode, owner, size and time (UTC)</source>
        <translation>Con permisos, propietario, tamaño y hora (UTC)</translation>
    </message>
    <message>
        <source>With all folders below</source>
        <translation>Con todas las carpetas de debajo</translation>
    </message>
    <message>
        <source>Bring files out of an image or ISO, past all damage</source>
        <translation>Sacar archivos de una imagen o ISO, también donde está dañada</translation>
    </message>
    <message>
        <source>Files and folders inside, then where to: a folder, a new name, or - for a tar archive on standard output</source>
        <translation>Archivos y carpetas de dentro, y luego adónde: una carpeta, un nombre nuevo, o - para un archivo tar en la salida estándar</translation>
    </message>
    <message>
        <source>As root: also setuid and setgid bits and device nodes</source>
        <translation>Como root: también bits setuid y setgid y archivos de dispositivo</translation>
    </message>
    <message>
        <source>Write one file inside an image or ISO to standard output</source>
        <translation>Escribir un archivo de una imagen o ISO en la salida estándar</translation>
    </message>
    <message>
        <source>The file inside</source>
        <translation>El archivo de dentro</translation>
    </message>
    <message>
        <source>[OPTIONS]</source>
        <translation>[OPCIONES]</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Uso:</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Argumentos:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Opciones:</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Órdenes:</translation>
    </message>
    <message>
        <source>, little endian</source>
        <translation>, little endian</translation>
    </message>
    <message>
        <source>, big endian</source>
        <translation>, big endian</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>bloque %1</translation>
    </message>
    <message>
        <source>blocks %1 to %2</source>
        <translation>bloques %1 a %2</translation>
    </message>
    <message>
        <source>content %1 to %2</source>
        <translation>contenido %1 a %2</translation>
    </message>
    <message>
        <source>(a folder: its contents are known only in part)</source>
        <translation>(una carpeta: su contenido se conoce solo en parte)</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>and %1 more; cloop verify --json lists all</source>
        <translation>y %1 más; cloop verify --json los enumera todos</translation>
    </message>
    <message>
        <source>the contents of this folder are known only in part</source>
        <translation>el contenido de esta carpeta se conoce solo en parte</translation>
    </message>
    <message>
        <source>the part %1 is shorter than the others. Fetch it again.</source>
        <translation>la parte %1 es más corta que las demás. Obténgala de nuevo.</translation>
    </message>
    <message>
        <source>the part %1 seems to be missing. Put it beside the others.</source>
        <translation>parece que falta la parte %1. Póngala junto a las demás.</translation>
    </message>
    <message>
        <source>the disc holds several images, and %1 is taken. Name one of these to take it instead: %2.</source>
        <translation>en el disco hay varias imágenes, y se toma %1. Para tomar otra, indique una de estas: %2.</translation>
    </message>
    <message>
        <source>%1 are lost</source>
        <translation>se han perdido %1</translation>
    </message>
    <message>
        <source>; files: </source>
        <translation>; archivos: </translation>
    </message>
    <message>
        <source>there is probably not enough room on the disc (about %1 needed, %2 free).</source>
        <translation>probablemente no hay bastante sitio en el disco (hacen falta cerca de %1, hay libres %2).</translation>
    </message>
    <message>
        <source>%1 file system</source>
        <translation>sistema de archivos %1</translation>
    </message>
    <message>
        <source>CD sectors of %1 bytes</source>
        <translation>sectores de CD de %1 bytes</translation>
    </message>
    <message>
        <source>volume %1</source>
        <translation>volumen %1</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>content</source>
        <translation>contenido</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>, as noted in the preamble</source>
        <translation>, como se anotó en el preámbulo</translation>
    </message>
    <message>
        <source>damaged head</source>
        <translation>cabecera dañada</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>razón</translation>
    </message>
    <message>
        <source>the longest stored in %1 bytes</source>
        <translation>el más largo guardado en %1 bytes</translation>
    </message>
    <message>
        <source>codecs</source>
        <translation>códecs</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>dentro</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>daño</translation>
    </message>
    <message>
        <source>%1 blocks whose place the index does not say</source>
        <translation>%1 bloques cuyo lugar no dice el índice</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>cortada</translation>
    </message>
    <message>
        <source>%1 blocks lie behind the end of the file</source>
        <translation>%1 bloques están más allá del final del archivo</translation>
    </message>
    <message>
        <source>ratio of the blocks</source>
        <translation>razón de los bloques</translation>
    </message>
    <message>
        <source>above 100</source>
        <translation>más de 100</translation>
    </message>
    <message>
        <source>What an image is: version, sizes, codecs, what is inside</source>
        <translation>Qué es una imagen: versión, tamaños, códecs, qué hay dentro</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>en suspenso</translation>
    </message>
    <message>
        <source>part</source>
        <translation>parte</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>partes</translation>
    </message>
    <message>
        <source>from byte %1</source>
        <translation>desde el byte %1</translation>
    </message>
    <message>
        <source>damaged block met</source>
        <translation>bloque dañado encontrado</translation>
    </message>
    <message>
        <source>damaged blocks met</source>
        <translation>bloques dañados encontrados</translation>
    </message>
    <message>
        <source>, detached when closed</source>
        <translation>, se desconectará al cerrarse</translation>
    </message>
    <message>
        <source>kernel module</source>
        <translation>módulo del núcleo</translation>
    </message>
    <message>
        <source>FUSE and loop</source>
        <translation>FUSE y bucle</translation>
    </message>
    <message>
        <source>FUSE tree</source>
        <translation>árbol de FUSE</translation>
    </message>
    <message>
        <source>an unknown image</source>
        <translation>una imagen desconocida</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>Nothing is attached.
</source>
        <translation>No hay nada conectado.
</translation>
    </message>
    <message>
        <source>What is mounted and attached, by whom, and in which way</source>
        <translation>Qué está montado y conectado, por quién, y de qué manera</translation>
    </message>
    <message>
        <source>USB sticks</source>
        <translation>memorias USB</translation>
    </message>
    <message>
        <source>SATA drives</source>
        <translation>unidades SATA</translation>
    </message>
    <message>
        <source>NVMe drives</source>
        <translation>unidades NVMe</translation>
    </message>
    <message>
        <source>memory cards</source>
        <translation>tarjetas de memoria</translation>
    </message>
    <message>
        <source>of one machine only: keys and identities</source>
        <translation>solo de un equipo: claves e identidades</translation>
    </message>
    <message>
        <source>settings of one machine</source>
        <translation>ajustes de un equipo</translation>
    </message>
    <message>
        <source>made for the machine that built it</source>
        <translation>hecho para el equipo que lo construyó</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>names</source>
        <translation>nombres</translation>
    </message>
    <message>
        <source>kernel %1</source>
        <translation>núcleo %1</translation>
    </message>
    <message>
        <source>only its modules</source>
        <translation>solo sus módulos</translation>
    </message>
    <message>
        <source>, without modules</source>
        <translation>, sin módulos</translation>
    </message>
    <message>
        <source>, with cloop.ko</source>
        <translation>, con cloop.ko</translation>
    </message>
    <message>
        <source>, with headers</source>
        <translation>, con cabeceras</translation>
    </message>
    <message>
        <source>no kernel
</source>
        <translation>ningún núcleo
</translation>
    </message>
    <message>
        <source>no init
</source>
        <translation>ningún init
</translation>
    </message>
    <message>
        <source>no udev: drivers of the running system must be loaded by hand
</source>
        <translation>sin udev: los controladores del sistema en marcha deben cargarse a mano
</translation>
    </message>
    <message>
        <source>left out: /%1 (%2)</source>
        <translation>omitido: /%1 (%2)</translation>
    </message>
    <message>
        <source>It would probably fit with the preset %1 (%2).</source>
        <translation>Probablemente cabría con el ajuste %1 (%2).</translation>
    </message>
    <message>
        <source>No preset is strong enough.</source>
        <translation>Ningún ajuste es lo bastante fuerte.</translation>
    </message>
    <message>
        <source>The largest folders, before compression:</source>
        <translation>Las carpetas más grandes, antes de comprimir:</translation>
    </message>
    <message>
        <source>a disc is written to a file, because it is read back. Name one</source>
        <translation>un disco se escribe en un archivo, porque se relee. Indique uno</translation>
    </message>
    <message>
        <source>--size-limit takes a size such as 700M, which %1 is not</source>
        <translation>--size-limit lleva un tamaño como 700M, y %1 no lo es</translation>
    </message>
    <message>
        <source>the system %1</source>
        <translation>el sistema %1</translation>
    </message>
    <message>
        <source>/ will come from /dev/cloop0.
</source>
        <translation>/ vendrá de /dev/cloop0.
</translation>
    </message>
    <message>
        <source>/ will come from cloop-fuse, without a kernel module of cloop.
</source>
        <translation>/ vendrá de cloop-fuse, sin módulo del núcleo de cloop.
</translation>
    </message>
    <message>
        <source>Starts by BIOS and UEFI, also where Secure Boot is on.
</source>
        <translation>Arranca con BIOS y UEFI, también donde Secure Boot está activado.
</translation>
    </message>
    <message>
        <source>Starts by BIOS and UEFI; Secure Boot must be off.
</source>
        <translation>Arranca con BIOS y UEFI; Secure Boot debe estar desactivado.
</translation>
    </message>
    <message>
        <source>This kernel has no driver for %1.</source>
        <translation>Este núcleo no tiene controlador para %1.</translation>
    </message>
    <message>
        <source>Name of the disc (default LIVE)</source>
        <translation>Nombre del disco (por omisión LIVE)</translation>
    </message>
    <message>
        <source>Words for the kernel&apos;s command line, such as &apos;console=ttyS0&apos;</source>
        <translation>Palabras para la línea de órdenes del núcleo, como &apos;console=ttyS0&apos;</translation>
    </message>
    <message>
        <source>Seconds until the menu&apos;s first entry starts (default 5)</source>
        <translation>Segundos hasta que arranca la primera entrada del menú (por omisión 5)</translation>
    </message>
    <message>
        <source>Leave out what matches, as create --exclude</source>
        <translation>Omitir lo que coincida, como create --exclude</translation>
    </message>
    <message>
        <source>Put the files of a folder on the disc, beside the system</source>
        <translation>Poner los archivos de una carpeta en el disco, junto al sistema</translation>
    </message>
    <message>
        <source>Keep what would be left out, such as /etc/fstab</source>
        <translation>Conservar lo que se omitiría, como /etc/fstab</translation>
    </message>
    <message>
        <source>Where / comes from: the kernel module, or cloop-fuse (default auto: the first that is possible)</source>
        <translation>De dónde viene /: del módulo del núcleo, o de cloop-fuse (por omisión auto: lo primero que sea posible)</translation>
    </message>
    <message>
        <source>Partitions of a stick; mbr is for old BIOSes (default gpt)</source>
        <translation>Particiones de una memoria USB; mbr es para BIOS antiguas (por omisión gpt)</translation>
    </message>
    <message>
        <source>Refuse to write a larger disc, such as 700M</source>
        <translation>Negarse a escribir un disco más grande, por ejemplo 700M</translation>
    </message>
    <message>
        <source>Only tell what the root file system has and lacks</source>
        <translation>Decir solo qué tiene y qué le falta al sistema de archivos raíz</translation>
    </message>
    <message>
        <source>     block         offset    stored       raw  codec  state
</source>
        <translation>    bloque          lugar   guardado    bruto  códec  estado
</translation>
    </message>
    <message>
        <source>A line for each block: number, offset, stored and raw size, codec, state</source>
        <translation>Una línea por cada bloque: número, lugar, tamaño guardado y bruto, códec, estado</translation>
    </message>
    <message>
        <source>Values with commas between them</source>
        <translation>Valores separados por comas</translation>
    </message>
    <message>
        <source>So cloop-fuse shows the files.</source>
        <translation>Por eso cloop-fuse muestra los archivos.</translation>
    </message>
    <message>
        <source>Show what is in an image as a folder, and print the folder&apos;s name; needs no root</source>
        <translation>Mostrar lo que hay en una imagen como carpeta, y escribir su nombre; no requiere root</translation>
    </message>
    <message>
        <source>An image, a part of a split set, a drive, or disc.iso:/path of an image inside</source>
        <translation>Una imagen, una parte de una imagen en partes, una unidad, o disco.iso:/ruta de una imagen de dentro</translation>
    </message>
    <message>
        <source>An empty folder to show the files in (default: one that is chosen)</source>
        <translation>Una carpeta vacía en la que mostrar los archivos (por omisión se elige una)</translation>
    </message>
    <message>
        <source>Which partition of a whole disc (default: the first one that can be mounted)</source>
        <translation>Qué partición de un disco entero (por omisión, la primera que se pueda montar)</translation>
    </message>
    <message>
        <source>How: by the kernel module, by FUSE and a loop device, or as the tree of an ISO 9660 or EROFS</source>
        <translation>Cómo: con el módulo del núcleo, con FUSE y un dispositivo de bucle, o como árbol de un ISO 9660 o EROFS</translation>
    </message>
    <message>
        <source>Unmount images, and take away what served them</source>
        <translation>Desmontar imágenes, y quitar lo que las servía</translation>
    </message>
    <message>
        <source>Images, or the folders that they are mounted at</source>
        <translation>Imágenes, o las carpetas en las que están montadas</translation>
    </message>
    <message>
        <source>Version 4 is read by cloop 4.x and later only; QEMU and the older drivers take version 2 (-f v2).</source>
        <translation>La versión 4 solo la leen cloop 4.x y posteriores; QEMU y los controladores más antiguos toman la versión 2 (-f v2).</translation>
    </message>
    <message>
        <source>This version is so old that no driver of today reads it; cloop convert makes a newer one.</source>
        <translation>Esta versión es tan antigua que ningún controlador de hoy la lee; cloop convert hace una más nueva.</translation>
    </message>
    <message>
        <source>Blocks of codec none can&apos;t be read by the drivers 4.3 and 5.3.</source>
        <translation>Los bloques del códec none no los pueden leer los controladores 4.3 y 5.3.</translation>
    </message>
    <message>
        <source>Blocks above 1 MiB can&apos;t be read by the driver 5.3.</source>
        <translation>Los bloques de más de 1 MiB no los puede leer el controlador 5.3.</translation>
    </message>
    <message>
        <source>Content of 2 TiB or more is cut short by QEMU and the old drivers.</source>
        <translation>El contenido a partir de 2 TiB lo cortan QEMU y los controladores antiguos.</translation>
    </message>
    <message>
        <source>Images below 4096 bytes can&apos;t be read by the driver 3.14.</source>
        <translation>Las imágenes de menos de 4096 bytes no las puede leer el controlador 3.14.</translation>
    </message>
    <message>
        <source>ratio %1</source>
        <translation>razón %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>its head is damaged.</source>
        <translation>su cabecera está dañada.</translation>
    </message>
    <message>
        <source>its index is damaged. Blocks that it misplaces were found, because the blocks before them end there.</source>
        <translation>su índice está dañado. Se encontraron los bloques que sitúa mal, porque los bloques anteriores terminan ahí.</translation>
    </message>
    <message>
        <source>Results as JSON on standard output</source>
        <translation>Resultados como JSON en la salida estándar</translation>
    </message>
    <message>
        <source>How many threads work</source>
        <translation>Cuántos hilos trabajan</translation>
    </message>
    <message>
        <source>Show progress even where standard error is not a terminal</source>
        <translation>Mostrar el progreso aunque la salida de errores no sea un terminal</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>Reemplazar lo que haya</translation>
    </message>
    <message>
        <source>Also print the SHA-256 of the content</source>
        <translation>Mostrar también el SHA-256 del contenido</translation>
    </message>
    <message>
        <source>What a folder or archive becomes (default iso9660)</source>
        <translation>En qué se convierte una carpeta o un archivo comprimido (por omisión iso9660)</translation>
    </message>
    <message>
        <source>Leave out what matches, such as &apos;*.o&apos; anywhere or /var/cache from the root of the source</source>
        <translation>Omitir lo que coincida, como &apos;*.o&apos; en cualquier lugar o /var/cache desde la raíz del origen</translation>
    </message>
    <message>
        <source>The same for each line of a file</source>
        <translation>Lo mismo por cada línea de un archivo</translation>
    </message>
    <message>
        <source>Leave out what is mounted in a folder; an empty folder stays</source>
        <translation>Omitir lo que esté montado en una carpeta; queda una carpeta vacía</translation>
    </message>
    <message>
        <source>Whose all files are in the image, as numbers</source>
        <translation>De quién son todos los archivos de la imagen, en números</translation>
    </message>
    <message>
        <source>The same as --owner 0:0</source>
        <translation>Lo mismo que --owner 0:0</translation>
    </message>
    <message>
        <source>--filesystem, --exclude, --exclude-from, --one-file-system, --owner and --all-root work with a folder or an archive, but %1 is taken as it is</source>
        <translation>--filesystem, --exclude, --exclude-from, --one-file-system, --owner y --all-root sirven con una carpeta o un archivo comprimido, pero %1 se toma tal como está</translation>
    </message>
    <message>
        <source>--one-file-system works with a folder, but %1 is an archive</source>
        <translation>--one-file-system sirve con una carpeta, pero %1 es un archivo comprimido</translation>
    </message>
    <message>
        <source>--owner takes two numbers such as 0:0 or 1000:100, which %1 is not</source>
        <translation>--owner lleva dos números como 0:0 o 1000:100, y %1 no lo es</translation>
    </message>
    <message>
        <source>it was resumed meanwhile, and reads %1.</source>
        <translation>se reanudó entretanto, y lee %1.</translation>
    </message>
    <message>
        <source>put the disc back in, or another with the same image.</source>
        <translation>vuelva a poner el disco, u otro con la misma imagen.</translation>
    </message>
    <message>
        <source>This command can&apos;t be kept in memory, and may itself lie on the device.</source>
        <translation>Esta orden no se puede mantener en memoria, y quizá esté ella misma en el dispositivo.</translation>
    </message>
    <message>
        <source>%1 is still suspended. cloop resume goes on with it, cloop detach ends what waits for it.</source>
        <translation>%1 sigue en suspenso. cloop resume lo reanuda, cloop detach termina lo que lo espera.</translation>
    </message>
    <message>
        <source>it is not suspended, but reads %1</source>
        <translation>no está en suspenso, sino que lee %1</translation>
    </message>
    <message>
        <source>Close a device&apos;s image file, so that its disc can go; readers wait until resume, or detach</source>
        <translation>Cerrar el archivo de imagen de un dispositivo, para que su disco se pueda sacar; quien lee espera hasta resume, o detach</translation>
    </message>
    <message>
        <source>The device</source>
        <translation>El dispositivo</translation>
    </message>
    <message>
        <source>Also unmount and eject the disc that the image lies on</source>
        <translation>Además, desmontar y expulsar el disco en que está la imagen</translation>
    </message>
    <message>
        <source>Then wait until it is back in, and resume; safe where the system itself runs from the device</source>
        <translation>Después, esperar a que vuelva, y reanudar; seguro también donde el sistema mismo está en el dispositivo</translation>
    </message>
    <message>
        <source>Go on with a suspended device</source>
        <translation>Reanudar un dispositivo en suspenso</translation>
    </message>
    <message>
        <source>The same image at another place (default: where it was)</source>
        <translation>La misma imagen en otro lugar (por omisión, donde estaba)</translation>
    </message>
    <message>
        <source>--at takes a number of bytes, which %1 is not</source>
        <translation>--at lleva un número de bytes, y %1 no lo es</translation>
    </message>
    <message>
        <source>the map file is of an earlier check, but --copied takes the one that ddrescue wrote when the disc was copied. Give this one to --resume</source>
        <translation>el archivo de mapa es de una comprobación anterior, pero --copied toma el que ddrescue escribió al copiar el disco. Dé este a --resume</translation>
    </message>
    <message>
        <source>%1 of them sound by the map file, not read again</source>
        <translation>%1 de ellos sanos según el archivo de mapa, sin releer</translation>
    </message>
    <message>
        <source>unverifiable: whether these blocks are right can&apos;t be known, because their codec has no check
</source>
        <translation>no verificables: no se puede saber si estos bloques son correctos, porque su códec carece de suma de comprobación
</translation>
    </message>
    <message>
        <source>cloop extract --keep-going and cloop get bring out everything else
</source>
        <translation>cloop extract --keep-going y cloop get sacan todo lo demás
</translation>
    </message>
    <message>
        <source>cloop extract --keep-going brings out everything else
</source>
        <translation>cloop extract --keep-going saca todo lo demás
</translation>
    </message>
    <message>
        <source>%1 found though the index is damaged there</source>
        <translation>%1 encontrados aunque el índice está dañado ahí</translation>
    </message>
    <message>
        <source>not copied whole: blocks %1 to %2</source>
        <translation>no copiados enteros: bloques %1 a %2</translation>
    </message>
    <message>
        <source>not copied whole: block %1</source>
        <translation>no copiado entero: bloque %1</translation>
    </message>
    <message>
        <source>--sha256 needs all blocks, but --resume leaves some out. Give one of these options</source>
        <translation>--sha256 necesita todos los bloques, pero --resume deja algunos. Dé una de estas opciones</translation>
    </message>
    <message>
        <source>Check every block; list the lost ones, and the files that lie in them</source>
        <translation>Comprobar cada bloque; enumerar los perdidos, y los archivos que hay en ellos</translation>
    </message>
    <message>
        <source>Also write a ddrescue map file</source>
        <translation>Escribir también un archivo de mapa de ddrescue</translation>
    </message>
    <message>
        <source>Leave out what the map file of an earlier check calls sound</source>
        <translation>Dejar lo que el archivo de mapa de una comprobación anterior da por sano</translation>
    </message>
    <message>
        <source>Also name the blocks that ddrescue&apos;s map file of the copied disc calls not copied</source>
        <translation>Indicar también los bloques que el archivo de mapa de ddrescue del disco copiado da por no copiados</translation>
    </message>
    <message>
        <source>Where on that disc the image begins, unless it was opened in its ISO (default 0)</source>
        <translation>Dónde empieza la imagen en ese disco, si no se abrió dentro de su ISO (por omisión 0)</translation>
    </message>
    <message>
        <source>Exit status 2 also where blocks can&apos;t be verified</source>
        <translation>Estado de salida 2 también donde haya bloques no verificables</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>posición %1</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>%1 sound</source>
        <translation>sanos: %1</translation>
    </message>
    <message>
        <source>%1 damaged</source>
        <translation>dañados: %1</translation>
    </message>
    <message>
        <source>%1 unreadable</source>
        <translation>ilegibles: %1</translation>
    </message>
    <message>
        <source>%1 unverifiable</source>
        <translation>no verificables: %1</translation>
    </message>
    <message>
        <source>%1 not checked</source>
        <translation>sin comprobar: %1</translation>
    </message>
    <message>
        <source>only the kernel mounts a partition, at a folder only for root. Leave out --partition, or the folder and --way</source>
        <translation>solo el núcleo monta una partición, en una carpeta solo para root. Omita --partition, o la carpeta y --way</translation>
    </message>
    <message>
        <source>there is not enough memory. Use fewer threads, or smaller blocks.</source>
        <translation>no hay bastante memoria. Use menos hilos o bloques más pequeños.</translation>
    </message>
    <message>
        <source>this is an error in the program itself</source>
        <translation>esto es un error del programa mismo</translation>
    </message>
    <message>
        <source>Please report it, with what you did.</source>
        <translation>Comuníquelo, por favor, e indique lo que hizo.</translation>
    </message>
    <message>
        <source>the command ends when the drive has answered. Interrupt it once more to end it at once.</source>
        <translation>la orden terminará cuando responda la unidad. Interrúmpala otra vez para terminarla enseguida.</translation>
    </message>
    <message>
        <source>ADDRESS[:PORT]</source>
        <translation>DIRECCIÓN[:PUERTO]</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>hilo</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>hilos</translation>
    </message>
    <message>
        <source>Use other computers too, by the NATS server at URL, or by one of our own</source>
        <translation>Usar también otros equipos, con el servidor NATS de URL o con uno propio</translation>
    </message>
    <message>
        <source>Where our own server listens: 0.0.0.0 on all interfaces (default 127.0.0.1)</source>
        <translation>Dónde escucha el servidor propio: 0.0.0.0 en todas las interfaces (por omisión, 127.0.0.1)</translation>
    </message>
    <message>
        <source>With --cluster: only other computers encode</source>
        <translation>Con --cluster: solo codifican otros equipos</translation>
    </message>
    <message>
        <source>With --cluster: also computers whose encoders may write other bytes</source>
        <translation>Con --cluster: también equipos cuyos codificadores pueden escribir otros bytes</translation>
    </message>
    <message>
        <source>--listen, --no-local and --any-version belong to --cluster</source>
        <translation>--listen, --no-local y --any-version acompañan a --cluster</translation>
    </message>
    <message>
        <source>--listen belongs to a server of our own, which --cluster=URL does not start</source>
        <translation>--listen acompaña a un servidor propio, y --cluster=URL no inicia ninguno</translation>
    </message>
    <message>
        <source>--listen takes an address of this computer such as 0.0.0.0 or 192.168.1.2:4222, which %1 is not</source>
        <translation>--listen lleva una dirección de este equipo como 0.0.0.0 o 192.168.1.2:4222, y %1 no lo es</translation>
    </message>
    <message>
        <source>On each other computer:</source>
        <translation>En cada uno de los otros equipos:</translation>
    </message>
    <message>
        <source>the server does not answer; trying again</source>
        <translation>el servidor no responde; nuevo intento</translation>
    </message>
    <message>
        <source>waiting for work</source>
        <translation>en espera de trabajo</translation>
    </message>
    <message>
        <source>encodes with %1: %2</source>
        <translation>codifica con %1: %2</translation>
    </message>
    <message>
        <source>finished: %1 with %2</source>
        <translation>terminado: %1 con %2</translation>
    </message>
    <message>
        <source>shut out, because blocks from here were wrong. Check the memory of this computer</source>
        <translation>excluido, porque eran erróneos bloques de aquí. Compruebe la memoria de este equipo</translation>
    </message>
    <message>
        <source>not helping, because the encoders here have other versions than there (cloop --version shows them)</source>
        <translation>no ayuda, porque los codificadores de aquí tienen otras versiones que los de allí (cloop --version las muestra)</translation>
    </message>
    <message>
        <source>not helping, because this program lacks the encoder</source>
        <translation>no ayuda, porque a este programa le falta el codificador</translation>
    </message>
    <message>
        <source>not helping, because blocks of that size need more than --max-memory</source>
        <translation>no ayuda, porque los bloques de ese tamaño necesitan más que --max-memory</translation>
    </message>
    <message>
        <source>--max-memory takes a size such as 512M, which %1 is not</source>
        <translation>--max-memory lleva un tamaño como 512M, y %1 no lo es</translation>
    </message>
    <message>
        <source>Encode blocks for cloop create --cluster on another computer</source>
        <translation>Codificar bloques para cloop create --cluster en otro equipo</translation>
    </message>
    <message>
        <source>As that command prints it: nats://TOKEN@HOST:PORT#FINGERPRINT; or in CLOOP_CLUSTER</source>
        <translation>Tal como la muestra esa orden: nats://TOKEN@HOST:PORT#FINGERPRINT; o en CLOOP_CLUSTER</translation>
    </message>
    <message>
        <source>From 0, as urgent as other programs, to 19 (default 10)</source>
        <translation>De 0, tan urgente como otros programas, a 19 (por omisión, 10)</translation>
    </message>
    <message>
        <source>Take no more than about this much (default: half of the memory)</source>
        <translation>No ocupar más que aproximadamente esto (por omisión, la mitad de la memoria)</translation>
    </message>
    <message>
        <source>End after one job</source>
        <translation>Terminar tras un trabajo</translation>
    </message>
    <message>
        <source>Choose another place, or run this with the rights that it needs.</source>
        <translation>Elija otro lugar, o ejecute esto con los permisos necesarios.</translation>
    </message>
    <message>
        <source>Choose another name, or replace it with --force.</source>
        <translation>Elija otro nombre, o reemplácelo con --force.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indique un archivo.</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>Indique una carpeta.</translation>
    </message>
    <message>
        <source>Correct the number of --size (or -s), or leave it out.</source>
        <translation>Corrija el número de --size (o -s), u omítalo.</translation>
    </message>
    <message>
        <source>Make what is named above readable, or go on without it with --keep-going.</source>
        <translation>Haga legible lo que se nombra arriba, o continúe sin ello con --keep-going.</translation>
    </message>
    <message>
        <source>cloop ls shows what it contains.</source>
        <translation>cloop ls muestra lo que contiene.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>Indique otro archivo.</translation>
    </message>
    <message>
        <source>Name the right one, or check without it.</source>
        <translation>Indique el correcto, o compruebe sin él.</translation>
    </message>
    <message>
        <source>Load the kernel module: modprobe cloop, for more than 8 devices with cloop_max=N.</source>
        <translation>Cargue el módulo del núcleo: modprobe cloop, para más de 8 dispositivos con cloop_max=N.</translation>
    </message>
    <message>
        <source>Name one of /dev/cloop0, /dev/cloop1 and so on.</source>
        <translation>Indique uno de /dev/cloop0, /dev/cloop1, etc.</translation>
    </message>
    <message>
        <source>Detach one, or load the module anew with more: modprobe -r cloop, modprobe cloop cloop_max=N.</source>
        <translation>Desconecte uno, o cargue de nuevo el módulo con más: modprobe -r cloop, modprobe cloop cloop_max=N.</translation>
    </message>
    <message>
        <source>Detach it, or choose another device.</source>
        <translation>Desconéctelo, o elija otro dispositivo.</translation>
    </message>
    <message>
        <source>cloop list shows what is.</source>
        <translation>cloop list muestra lo que lo está.</translation>
    </message>
    <message>
        <source>cloop resume goes on with it.</source>
        <translation>cloop resume lo reanuda.</translation>
    </message>
    <message>
        <source>Suspend without --eject, and resume when it is back.</source>
        <translation>Suspenda sin --eject, y reanude cuando vuelva a estar.</translation>
    </message>
    <message>
        <source>Check without it; --map then writes one that says it.</source>
        <translation>Compruebe sin él; --map escribirá entonces uno que lo diga.</translation>
    </message>
    <message>
        <source>An EROFS keeps them: --filesystem erofs.</source>
        <translation>Un EROFS los conserva: --filesystem erofs.</translation>
    </message>
    <message>
        <source>Shorten it, or go on without the link with --keep-going.</source>
        <translation>Acórtelo, o continúe sin el enlace con --keep-going.</translation>
    </message>
    <message>
        <source>Leave it out with --exclude or --keep-going, or put an archive in its place.</source>
        <translation>Omítalo con --exclude o --keep-going, o ponga un archivo comprimido en su lugar.</translation>
    </message>
    <message>
        <source>Join them with cat first.</source>
        <translation>Únalas antes con cat.</translation>
    </message>
    <message>
        <source>If %1 belongs to it, join them with cat, or put the first part beside them where it is missing.</source>
        <translation>Si %1 forma parte de lo mismo, únalos con cat, o ponga la primera parte junto a ellos si falta.</translation>
    </message>
    <message>
        <source>Choose another disc, or cut the image into parts with --split 4G.</source>
        <translation>Elija otro disco, o divida la imagen en partes con --split 4G.</translation>
    </message>
    <message>
        <source>Send the output to a file or a pipe.</source>
        <translation>Envíe la salida a un archivo o a una tubería.</translation>
    </message>
    <message>
        <source>Name a file, or write to standard output with -.</source>
        <translation>Indique un archivo, o escriba en la salida estándar con -.</translation>
    </message>
    <message>
        <source>Name another file, or write to standard output with -.</source>
        <translation>Indique otro archivo, o escriba en la salida estándar con -.</translation>
    </message>
    <message>
        <source>Choose another codec, or the format v4 or v4-stream.</source>
        <translation>Elija otro códec, o el formato v4 o v4-stream.</translation>
    </message>
    <message>
        <source>Rename some, or leave them out with --exclude.</source>
        <translation>Cambie el nombre de algunos, u omítalos con --exclude.</translation>
    </message>
    <message>
        <source>Shorten them, or make an EROFS with --filesystem erofs.</source>
        <translation>Acórtelos, o haga un EROFS con --filesystem erofs.</translation>
    </message>
    <message>
        <source>Unpack it there, or make it anew with mkuzip&apos;s zlib and without -d.</source>
        <translation>Descomprímala allí, o hágala de nuevo con el zlib de mkuzip y sin -d.</translation>
    </message>
    <message>
        <source>Mount it: an image with cloop mount, a plain file with mount -o loop.</source>
        <translation>Móntelo: una imagen con cloop mount, un archivo corriente con mount -o loop.</translation>
    </message>
    <message>
        <source>Mount the files without it: cloop mount --way tree.</source>
        <translation>Monte los archivos sin él: cloop mount --way tree.</translation>
    </message>
    <message>
        <source>Install it (apt install polkitd), or do this as root.</source>
        <translation>Instálelo (apt install polkitd), o haga esto como root.</translation>
    </message>
    <message>
        <source>Do it in a desktop session at the machine, or as root.</source>
        <translation>Hágalo en una sesión de escritorio ante el equipo, o como root.</translation>
    </message>
    <message>
        <source>Do it in a desktop session, as root, or start pkttyagent first.</source>
        <translation>Hágalo en una sesión de escritorio, como root, o inicie antes pkttyagent.</translation>
    </message>
    <message>
        <source>Install it (apt install udisks2), or mount the files without it: cloop mount --way tree.</source>
        <translation>Instálelo (apt install udisks2), o monte los archivos sin él: cloop mount --way tree.</translation>
    </message>
    <message>
        <source>cloop attach makes it a device; cloop mount --way tree shows the files of an ISO 9660.</source>
        <translation>cloop attach hace de ello un dispositivo; cloop mount --way tree muestra los archivos de una ISO 9660.</translation>
    </message>
    <message>
        <source>Name a folder: cloop mount IMAGE DIR.</source>
        <translation>Indique una carpeta: cloop mount IMAGEN CARPETA.</translation>
    </message>
    <message>
        <source>Name an empty folder.</source>
        <translation>Indique una carpeta vacía.</translation>
    </message>
    <message>
        <source>Install it, in Debian as the package nats-server, or name a server that runs with --cluster=URL.</source>
        <translation>Instálelo, en Debian con el paquete nats-server, o indique con --cluster=URL un servidor que esté en marcha.</translation>
    </message>
    <message>
        <source>it takes a number from %1 to %2</source>
        <translation>lleva un número de %1 a %2</translation>
    </message>
    <message>
        <source>%1 does not exist. Choose one of %2</source>
        <translation>%1 no existe. Elija uno de estos: %2</translation>
    </message>
    <message>
        <source>ROOT... OUTPUT</source>
        <translation>RAÍZ... SALIDA</translation>
    </message>
    <message>
        <source>--persist takes a size such as 4G, which %1 is not</source>
        <translation>--persist toma un tamaño como 4G, que %1 no es</translation>
    </message>
    <message>
        <source>A partition of %1 keeps what is written (persist=%2).</source>
        <translation>Una partición de %1 conserva lo que se escribe (persist=%2).</translation>
    </message>
    <message>
        <source>--persist belongs to a disk, because only there is room behind what is written</source>
        <translation>--persist corresponde a un dispositivo, porque solo ahí queda sitio detrás de lo escrito</translation>
    </message>
    <message>
        <source>On a disk: add a partition that keeps what is written, of all the rest or of SIZE</source>
        <translation>En un dispositivo: añadir una partición que conserva lo que se escribe, de todo el resto o de ese tamaño</translation>
    </message>
    <message>
        <source>name a root file system, then the disc to make of it</source>
        <translation>nombre un sistema de archivos raíz y después el disco que se hará de él</translation>
    </message>
    <message>
        <source>Make an ISO that boots, of root file systems of Linux</source>
        <translation>Hacer de sistemas de archivos raíz de Linux una ISO que arranca</translation>
    </message>
    <message>
        <source>Folders or archives of root file systems, or images of them, each an entry of the menu; then the ISO</source>
        <translation>Carpetas o archivos comprimidos de sistemas de archivos raíz, o imágenes de ellos, cada uno una entrada del menú; después la ISO</translation>
    </message>
    <message>
        <source>Cut an image into parts smaller than SIZE (default 4G, as FAT needs it)</source>
        <translation>Partir una imagen en partes menores que ese tamaño (por defecto 4G, como lo necesita FAT)</translation>
    </message>
</context>
<context>
    <name>DocumentPath</name>
    <message>
        <source>chosen by you</source>
        <comment>in place of the folder of a file, where that is not known</comment>
        <translation>elegido por usted</translation>
    </message>
</context>
<context>
    <name>Extraction</name>
    <message>
        <source>… all of them in the log</source>
        <translation>… todos en el registro</translation>
    </message>
    <message>
        <source>Not whole, with zeros in place of what is lost (%1): %2.</source>
        <translation>No están completos; hay ceros en lugar de lo perdido (%1): %2.</translation>
    </message>
    <message>
        <source>Skipped (%1): %2.</source>
        <translation>Omitidos (%1): %2.</translation>
    </message>
    <message>
        <source>Owners and devices were left out: only root can make them.</source>
        <translation>Se omitieron propietarios y dispositivos: solo root puede crearlos.</translation>
    </message>
    <message>
        <source>Setuid and setgid bits and device nodes were left out; cloop get --privileged extracts them.</source>
        <translation>Se omitieron los bits setuid y setgid y los nodos de dispositivo; cloop get --privileged los extrae.</translation>
    </message>
    <message>
        <source>Sockets were left out: a .tar has no place for them.</source>
        <translation>Se omitieron los sockets: un .tar no puede contenerlos.</translation>
    </message>
    <message>
        <source>Extract from %1</source>
        <translation>Extraer de %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s) extracted.</source>
        <translation>
            <numerusform>%Ln archivo o carpeta extraído.</numerusform>
            <numerusform>%Ln archivos y carpetas extraídos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 extracted; %2 left out.</source>
        <comment>files and folders; damaged files</comment>
        <translation>Se extrajeron %1; se omitieron %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s)</source>
        <translation>
            <numerusform>%Ln archivo o carpeta</numerusform>
            <numerusform>%Ln archivos y carpetas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged file(s)</source>
        <translation>
            <numerusform>%Ln archivo dañado</numerusform>
            <numerusform>%Ln archivos dañados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageSum</name>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 de %1</translation>
    </message>
    <message>
        <source>The same as in the file: %1</source>
        <translation>Coincide con el del archivo: %1</translation>
    </message>
    <message>
        <source>The file with the SHA-256</source>
        <translation>El archivo con el SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 files (*.sha256 *SHA256SUMS* *sha256sum*);;All files (*)</source>
        <translation>Archivos SHA-256 (*.sha256 *SHA256SUMS* *sha256sum*);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>stored in 0 to 100 %</source>
        <translation>ocupa del 0 al 100 %</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>a CD of 650 MB</source>
        <translation>un CD de 650 MB</translation>
    </message>
    <message>
        <source>a CD of 700 MB</source>
        <translation>un CD de 700 MB</translation>
    </message>
    <message>
        <source>a DVD of 4.7 GB</source>
        <translation>un DVD de 4,7 GB</translation>
    </message>
    <message>
        <source>a DVD of 8.5 GB, with two layers</source>
        <translation>un DVD de 8,5 GB de doble capa</translation>
    </message>
    <message>
        <source>a Blu-ray of 25 GB</source>
        <translation>un Blu-ray de 25 GB</translation>
    </message>
    <message>
        <source>a Blu-ray of 50 GB, with two layers</source>
        <translation>un Blu-ray de 50 GB de doble capa</translation>
    </message>
</context>
<context>
    <name>ModuleText</name>
    <message>
        <source>It is loaded.</source>
        <translation>Está cargado.</translation>
    </message>
    <message>
        <source>Version %1 is loaded.</source>
        <translation>La versión %1 está cargada.</translation>
    </message>
    <message>
        <source>Version %1 is loaded, and version %2 came with this program.</source>
        <translation>Está cargada la versión %1, y con este programa vino la %2.</translation>
    </message>
    <message>
        <source>Install the new one, unload the old one, and load the new one.</source>
        <translation>Instale la nueva, descargue la antigua y cargue la nueva.</translation>
    </message>
    <message>
        <source>Secure Boot refuses it, because it is not signed.</source>
        <translation>Secure Boot lo rechaza, porque no está firmado.</translation>
    </message>
    <message>
        <source>Install it again: DKMS signs it, if openssl is there.</source>
        <translation>Instálelo otra vez: DKMS lo firma si openssl está presente.</translation>
    </message>
    <message>
        <source>Secure Boot refuses it, because this computer does not know the key of its signature.</source>
        <translation>Secure Boot lo rechaza, porque este equipo no conoce la clave de su firma.</translation>
    </message>
    <message>
        <source>These two lines hand the key over, and ask for a password that you make up. When the computer starts, choose &quot;Enroll MOK&quot; and type that password; then load the module.</source>
        <translation>Estas dos líneas entregan la clave y piden una contraseña que usted inventa. Cuando el equipo arranque, elija «Enroll MOK», escriba esa contraseña y cargue después el módulo.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>No está instalado.</translation>
    </message>
    <message>
        <source>It is built for another kernel (%1), not for the one that runs (%2).</source>
        <translation>Está compilado para otro núcleo (%1), no para el que está en marcha (%2).</translation>
    </message>
    <message>
        <source>To build it, the system lacks something. This line in a terminal brings it:</source>
        <translation>Para compilarlo, al sistema le falta algo. Esta línea, en un terminal, lo trae:</translation>
    </message>
    <message>
        <source>Its sources are not there. This line in a terminal brings them:</source>
        <translation>Sus fuentes no están. Esta línea, en un terminal, las trae:</translation>
    </message>
    <message>
        <source>Install builds version %1 for the kernel %2. From then on, DKMS builds it for each new kernel.</source>
        <translation>Instalar compila la versión %1 para el núcleo %2. Desde entonces, DKMS la compila para cada núcleo nuevo.</translation>
    </message>
    <message>
        <source>It is not loaded.</source>
        <translation>No está cargado.</translation>
    </message>
    <message>
        <source>It is installed, and not loaded.</source>
        <translation>Está instalado y no está cargado.</translation>
    </message>
    <message>
        <source>It comes from a package, so the package manager installs and removes it.</source>
        <translation>Viene de un paquete, así que lo instala y lo quita el gestor de paquetes.</translation>
    </message>
    <message>
        <source>The service that would change that is not there. This line in a terminal brings it:</source>
        <translation>El servicio que cambiaría eso no está. Esta línea, en un terminal, lo trae:</translation>
    </message>
</context>
<context>
    <name>SavePicture</name>
    <message>
        <source>Save the map as a picture</source>
        <translation>Guardar el mapa como gráfico</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Dibujos</translation>
    </message>
</context>
<context>
    <name>SaveReport</name>
    <message>
        <source>Map files</source>
        <translation>Archivos de mapa</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>Archivos JSON</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Archivos de texto</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
</context>
<context>
    <name>ScanReport</name>
    <message>
        <source>Block %1</source>
        <translation>Bloque %1</translation>
    </message>
    <message>
        <source>Blocks %1 to %2</source>
        <translation>Bloques %1 a %2</translation>
    </message>
    <message>
        <source>Blocks: %1 of %2</source>
        <translation>Bloques: %1 de %2</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>No se encontraron daños.</translation>
    </message>
    <message>
        <source>%1 (content %2 to %3): %4</source>
        <translation>%1 (contenido del byte %2 al %3): %4</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n bloque</numerusform>
            <numerusform>%n bloques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not checked: %n block(s)</source>
        <translation>
            <numerusform>Sin comprobar: %n bloque</numerusform>
            <numerusform>Sin comprobar: %n bloques</numerusform>
        </translation>
    </message>
    <message>
        <source>Files and folders in these blocks:</source>
        <translation>Archivos y carpetas en estos bloques:</translation>
    </message>
    <message>
        <source>Damaged head: %1</source>
        <translation>Cabecera dañada: %1</translation>
    </message>
    <message>
        <source>Folders whose contents are known only in part:</source>
        <translation>Carpetas cuyo contenido solo se conoce en parte:</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Block %1: %2</source>
        <translation>Bloque %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <comment>hours and minutes</comment>
        <translation>%1:%2 h</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>minutes and seconds</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>un momento</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>aprox. %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>aprox. %1 min</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 de %3</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>hoy a las %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>el %1</translation>
    </message>
    <message>
        <source>No file manager was found that opens %1.</source>
        <translation>No se encontró ningún gestor de archivos que abra %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) unreadable</source>
        <translation>
            <numerusform>%n bloque ilegible</numerusform>
            <numerusform>%n bloques ilegibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) damaged</source>
        <translation>
            <numerusform>%n bloque dañado</numerusform>
            <numerusform>%n bloques dañados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 unreadable</source>
        <comment>blocks damaged, a number</comment>
        <translation>%1, %2 ilegibles</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a time</comment>
        <translation>aprox. %1</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop a folder, ISO or image here</source>
        <translation>Suelte aquí una carpeta, una ISO o una imagen</translation>
    </message>
    <message>
        <source>A folder or an ISO becomes an image. An image is opened.</source>
        <translation>Una carpeta o una ISO se convierte en una imagen. Una imagen se abre.</translation>
    </message>
</context>
<context>
    <name>StickTask</name>
    <message>
        <source>%1 written to %2 and read back.</source>
        <translation>%1 escritos en %2 y vueltos a leer.</translation>
    </message>
    <message>
        <source>A partition of %1 keeps what is written while it runs.</source>
        <translation>Una partición de %1 conserva lo que se escriba mientras funciona.</translation>
    </message>
    <message>
        <source>It can be taken out.</source>
        <translation>Se puede retirar.</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>Write %1 to %2</source>
        <translation>Escribir %1 en %2</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>It does not exist.</source>
        <translation>No existe.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Compruebe el nombre.</translation>
    </message>
    <message>
        <source>Access is not permitted.</source>
        <translation>El acceso no está permitido.</translation>
    </message>
    <message>
        <source>Choose another place, or ask for the rights that it needs.</source>
        <translation>Elija otro lugar o pida los permisos necesarios.</translation>
    </message>
    <message>
        <source>It already exists.</source>
        <translation>Ya existe.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>It is an input and would be overwritten.</source>
        <translation>Es una de las fuentes y se sobrescribiría.</translation>
    </message>
    <message>
        <source>Choose another name for the output.</source>
        <translation>Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Es una carpeta.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Elija un archivo.</translation>
    </message>
    <message>
        <source>It is not a folder.</source>
        <translation>No es una carpeta.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Elija una carpeta.</translation>
    </message>
    <message>
        <source>There is not enough room on the disc (at least %1 needed).</source>
        <translation>No hay espacio suficiente en el disco (se necesitan al menos %1).</translation>
    </message>
    <message>
        <source>Make room, or choose another disc.</source>
        <translation>Libere espacio o elija otro disco.</translation>
    </message>
    <message>
        <source>The file system takes no file of that size.</source>
        <translation>El sistema de archivos no admite un archivo de ese tamaño.</translation>
    </message>
    <message>
        <source>Choose another disc.</source>
        <translation>Elija otro disco.</translation>
    </message>
    <message>
        <source>It can&apos;t be read (%2).</source>
        <translation>No se puede leer (%2).</translation>
    </message>
    <message>
        <source>Try another drive, or copy what can be read with ddrescue first.</source>
        <translation>Pruebe con otra unidad o copie antes con ddrescue lo que se pueda leer.</translation>
    </message>
    <message>
        <source>It can&apos;t be written (%2).</source>
        <translation>No se puede escribir (%2).</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Elija otro lugar.</translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation>Cambió durante la lectura.</translation>
    </message>
    <message>
        <source>Try again when nobody writes to it.</source>
        <translation>Inténtelo de nuevo cuando nadie escriba en él.</translation>
    </message>
    <message>
        <source>The input is not as long as announced (%1 bytes).</source>
        <translation>La fuente no tiene la longitud anunciada (%1 bytes).</translation>
    </message>
    <message>
        <source>Correct the number, or leave it out.</source>
        <translation>Corrija el número u omítalo.</translation>
    </message>
    <message>
        <source>A part of it can&apos;t be read (%1).</source>
        <translation>Una parte no se puede leer (%1).</translation>
    </message>
    <message>
        <source>Make that part readable, or go on without it.</source>
        <translation>Haga que esa parte sea legible o continúe sin ella.</translation>
    </message>
    <message>
        <source>The part %1 is missing.</source>
        <translation>Falta la parte %1.</translation>
    </message>
    <message>
        <source>Put it beside the others.</source>
        <translation>Póngala junto a las demás.</translation>
    </message>
    <message>
        <source>The pattern &quot;%1&quot; can&apos;t match anything.</source>
        <translation>El patrón «%1» no puede coincidir con nada.</translation>
    </message>
    <message>
        <source>Correct it, or leave it out.</source>
        <translation>Corríjalo u omítalo.</translation>
    </message>
    <message>
        <source>It is neither a file, a folder nor a drive.</source>
        <translation>No es un archivo, ni una carpeta, ni una unidad.</translation>
    </message>
    <message>
        <source>The archive is damaged (%1).</source>
        <translation>El archivo comprimido está dañado (%1).</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>Obténgalo de nuevo.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>No hay memoria suficiente.</translation>
    </message>
    <message>
        <source>Use fewer threads, or smaller blocks.</source>
        <translation>Use menos hilos o bloques más pequeños.</translation>
    </message>
    <message>
        <source>It does not contain %1.</source>
        <translation>No contiene %1.</translation>
    </message>
    <message>
        <source>It is not a map file of ddrescue, because line %1 makes no sense.</source>
        <translation>No es un archivo de mapa de ddrescue, porque la línea %1 no tiene sentido.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>It does not contain the SHA-256 of that file.</source>
        <translation>No contiene el SHA-256 de ese archivo.</translation>
    </message>
    <message>
        <source>The map file was made of another image, or of another copy of this one.</source>
        <translation>El archivo de mapa se hizo de otra imagen, o de otra copia de esta.</translation>
    </message>
    <message>
        <source>Choose the right one, or check without it.</source>
        <translation>Elija el correcto o compruebe sin él.</translation>
    </message>
    <message>
        <source>The cloop device does not exist.</source>
        <translation>El dispositivo cloop no existe.</translation>
    </message>
    <message>
        <source>Load the kernel module first: modprobe cloop.</source>
        <translation>Cargue primero el módulo del núcleo: modprobe cloop.</translation>
    </message>
    <message>
        <source>It is not a cloop device.</source>
        <translation>No es un dispositivo cloop.</translation>
    </message>
    <message>
        <source>All %1 cloop devices are in use.</source>
        <translation>Los %1 dispositivos cloop están en uso.</translation>
    </message>
    <message>
        <source>Detach one first.</source>
        <translation>Desconecte antes uno.</translation>
    </message>
    <message>
        <source>An image is attached to it, or it is still in use.</source>
        <translation>Ya tiene conectada una imagen, o sigue en uso.</translation>
    </message>
    <message>
        <source>Detach it first.</source>
        <translation>Desconéctelo antes.</translation>
    </message>
    <message>
        <source>It is not attached.</source>
        <translation>No está conectado.</translation>
    </message>
    <message>
        <source>It is already suspended.</source>
        <translation>Ya está suspendido.</translation>
    </message>
    <message>
        <source>It is not on a disc that can be ejected.</source>
        <translation>No está en un disco que se pueda expulsar.</translation>
    </message>
    <message>
        <source>The kernel refuses it, because it is not an image that the kernel reads, or not the one that was suspended.</source>
        <translation>El núcleo lo rechaza, porque no es una imagen que él lea, o no es la que se suspendió.</translation>
    </message>
    <message>
        <source>The kernel&apos;s log says which: dmesg.</source>
        <translation>El registro del núcleo dice cuál de las dos cosas: dmesg.</translation>
    </message>
    <message>
        <source>The map file does not say which image it was made of, so blocks that it calls sound may be damaged here.</source>
        <translation>El archivo de mapa no dice de qué imagen se hizo, así que los bloques que llama sanos pueden estar dañados aquí.</translation>
    </message>
    <message>
        <source>Check without it; a map file saved afterwards says it.</source>
        <translation>Compruebe sin él; un archivo de mapa guardado después sí lo dice.</translation>
    </message>
    <message>
        <source>Where they matter, pack a tar archive.</source>
        <translation>Si importan, haga un archivo tar.</translation>
    </message>
    <message>
        <source>Names above the 255 bytes that ISO 9660 allows are cut and end in a number: %1.</source>
        <translation>Los nombres que superan los 255 bytes que admite ISO 9660 se recortan y terminan en un número: %1.</translation>
    </message>
    <message>
        <source>Shorter names stay as they are.</source>
        <translation>Los nombres más cortos quedan como están.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Elija una más corta.</translation>
    </message>
    <message>
        <source>Shorten it, or go on without the link.</source>
        <translation>Acórtelo o continúe sin el enlace.</translation>
    </message>
    <message>
        <source>The ISO 9660 made of it contradicts itself, so nothing was kept.</source>
        <translation>El ISO 9660 que se hizo de ello se contradice, así que no se conservó nada.</translation>
    </message>
    <message>
        <source>Please report it, with what you did.</source>
        <translation>Comuníquelo, por favor, e indique lo que hizo.</translation>
    </message>
    <message>
        <source>It can&apos;t become an ISO 9660, because libisofs refuses it (%1).</source>
        <translation>No puede convertirse en un ISO 9660, porque libisofs lo rechaza (%1).</translation>
    </message>
    <message>
        <source>%1 bytes can&apos;t be read (%2) and are zeros in the image.</source>
        <translation>%1 bytes no se pueden leer (%2) y son ceros en la imagen.</translation>
    </message>
    <message>
        <source>Another drive may read them.</source>
        <translation>Otra unidad quizá los lea.</translation>
    </message>
    <message>
        <source>The archive ends before its contents do.</source>
        <translation>El archivo comprimido termina antes que su contenido.</translation>
    </message>
    <message>
        <source>Fetch the rest of it.</source>
        <translation>Obtenga el resto.</translation>
    </message>
    <message>
        <source>The archive is encrypted.</source>
        <translation>El archivo comprimido está cifrado.</translation>
    </message>
    <message>
        <source>Unpack it with its password, and use the folder.</source>
        <translation>Descomprímalo con su contraseña y use la carpeta.</translation>
    </message>
    <message>
        <source>The archive is packed in a way that is not read here (%1).</source>
        <translation>El archivo está comprimido de una forma que aquí no se lee (%1).</translation>
    </message>
    <message>
        <source>Unpack it with its own program, and use the folder.</source>
        <translation>Descomprímalo con su propio programa y use la carpeta.</translation>
    </message>
    <message>
        <source>The archive holds far more names than others of its size.</source>
        <translation>El archivo comprimido contiene muchos más nombres que otros de su tamaño.</translation>
    </message>
    <message>
        <source>If you trust it, unpack it, and use the folder.</source>
        <translation>Si se fía de él, descomprímalo y use la carpeta.</translation>
    </message>
    <message>
        <source>It is not an archive that can be read here (tar, ZIP, 7z), though its name says so.</source>
        <translation>No es un archivo comprimido que se pueda leer aquí (tar, ZIP, 7z), aunque su nombre lo diga.</translation>
    </message>
    <message>
        <source>Correct the name.</source>
        <translation>Corrija el nombre.</translation>
    </message>
    <message>
        <source>This entry of the archive can&apos;t be placed where its name says.</source>
        <translation>Esta entrada del archivo no se puede colocar donde dice su nombre.</translation>
    </message>
    <message>
        <source>It is larger than the 8 TiB that ISO 9660 holds.</source>
        <translation>Es mayor que los 8 TiB que caben en ISO 9660.</translation>
    </message>
    <message>
        <source>Leave something out.</source>
        <translation>Deje algo fuera.</translation>
    </message>
    <message>
        <source>It is taken as it is, not unpacked.</source>
        <translation>Se toma tal como está, sin descomprimir.</translation>
    </message>
    <message>
        <source>If its contents are what you want, unpack it first, and use what comes out.</source>
        <translation>Si lo que quiere es su contenido, descomprímalo primero y use lo que salga.</translation>
    </message>
    <message>
        <source>Joliet, which Windows reads, leaves these names out, because too many long ones begin alike: %1.</source>
        <translation>En Joliet, que es lo que lee Windows, faltan estos nombres, porque demasiados nombres largos empiezan igual: %1.</translation>
    </message>
    <message>
        <source>Rock Ridge, which Linux reads, has them.</source>
        <translation>En Rock Ridge, que es lo que lee Linux, sí están.</translation>
    </message>
    <message>
        <source>It lies in more than 1000 folders within each other, which is too deep for an ISO 9660.</source>
        <translation>Está dentro de más de 1000 carpetas, una dentro de otra: demasiado profundo para un ISO 9660.</translation>
    </message>
    <message>
        <source>Leave it out, or put an archive in its place.</source>
        <translation>Déjelo fuera o ponga un archivo comprimido en su lugar.</translation>
    </message>
    <message>
        <source>These files grew while they were read: %1.</source>
        <translation>Estos archivos crecieron mientras se leían: %1.</translation>
    </message>
    <message>
        <source>The image holds what they had when they were listed.</source>
        <translation>La imagen contiene lo que tenían al hacer la lista.</translation>
    </message>
    <message>
        <source>These were deleted while the folder was listed, and are left out: %1.</source>
        <translation>Esto se borró mientras se leía la carpeta y queda fuera: %1.</translation>
    </message>
    <message>
        <source>Nothing in the source matches %1.</source>
        <translation>Nada de la fuente coincide con %1.</translation>
    </message>
    <message>
        <source>A pattern with a slash counts from the root of the source.</source>
        <translation>Un patrón con barra cuenta desde la raíz de la fuente.</translation>
    </message>
    <message>
        <source>The file system takes this name for that of something else in the folder, which stays.</source>
        <translation>El sistema de archivos toma este nombre por el de otra cosa de la carpeta, que se queda.</translation>
    </message>
    <message>
        <source>Choose another folder, or a file system that distinguishes such names.</source>
        <translation>Elija otra carpeta o un sistema de archivos que distinga esos nombres.</translation>
    </message>
    <message>
        <source>It was moved or replaced while files were brought into it.</source>
        <translation>Se movió o se cambió por otra mientras se llevaban archivos a ella.</translation>
    </message>
    <message>
        <source>Try again where nobody else changes it.</source>
        <translation>Inténtelo de nuevo donde nadie más la cambie.</translation>
    </message>
    <message>
        <source>It is one of several parts, and the next one does not count on from its name (%1).</source>
        <translation>Es una de varias partes, y el nombre de la siguiente no continúa la cuenta (%1).</translation>
    </message>
    <message>
        <source>Join them first.</source>
        <translation>Únalas antes.</translation>
    </message>
    <message>
        <source>It is taken by itself.</source>
        <translation>Se toma por sí solo.</translation>
    </message>
    <message>
        <source>If %1 belongs to it, join them first, or put the first part beside them where it is missing.</source>
        <translation>Si %1 forma parte de lo mismo, únalos antes, o ponga la primera parte junto a ellos si falta.</translation>
    </message>
    <message>
        <source>Choose another disc, or cut the image into parts.</source>
        <translation>Elija otro disco o divida la imagen en partes.</translation>
    </message>
    <message>
        <source>The time of %1 becomes the nearest that ISO 9660 can express (1900 to 2155).</source>
        <translation>Para %1 se toma la fecha más cercana que ISO 9660 puede expresar (de 1900 a 2155).</translation>
    </message>
    <message>
        <source>It is a terminal, which can&apos;t show what would be written.</source>
        <translation>Es un terminal, que no puede mostrar lo que se escribiría.</translation>
    </message>
    <message>
        <source>The output has no name.</source>
        <translation>El resultado no tiene nombre.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indique un archivo.</translation>
    </message>
    <message>
        <source>It is not an ordinary file, so it is not replaced.</source>
        <translation>No es un archivo normal, así que no se reemplaza.</translation>
    </message>
    <message>
        <source>The head and the blocks can&apos;t go to the same file.</source>
        <translation>La cabecera y los bloques no pueden ir al mismo archivo.</translation>
    </message>
    <message>
        <source>Name two files.</source>
        <translation>Indique dos archivos.</translation>
    </message>
    <message>
        <source>The codec %1 exists only in version 4.</source>
        <translation>El códec %1 solo existe en la versión 4.</translation>
    </message>
    <message>
        <source>Choose another codec, or version 4.</source>
        <translation>Elija otro códec o la versión 4.</translation>
    </message>
    <message>
        <source>The codec %1 has no levels.</source>
        <translation>El códec %1 no tiene niveles.</translation>
    </message>
    <message>
        <source>Leave the level out.</source>
        <translation>Omita el nivel.</translation>
    </message>
    <message>
        <source>The codec does not have that level (%1).</source>
        <translation>El códec no tiene ese nivel (%1).</translation>
    </message>
    <message>
        <source>Choose another level.</source>
        <translation>Elija otro nivel.</translation>
    </message>
    <message>
        <source>Standard input is read only from beginning to end, and here any place must be readable.</source>
        <translation>La entrada estándar solo se lee de principio a fin, y aquí se debe poder leer cualquier lugar.</translation>
    </message>
    <message>
        <source>SOURCE_DATE_EPOCH is &quot;%1&quot;, which is not a number of seconds since 1970.</source>
        <translation>SOURCE_DATE_EPOCH es «%1», que no es un número de segundos desde 1970.</translation>
    </message>
    <message>
        <source>Correct or unset this variable.</source>
        <translation>Corrija o elimine esta variable.</translation>
    </message>
    <message>
        <source>It is longer than the 16 MiB that a list of patterns can have.</source>
        <translation>Supera los 16 MiB que puede tener una lista de patrones.</translation>
    </message>
    <message>
        <source>More than %1 names in one folder begin with the same 27 letters, which is too much for an ISO 9660.</source>
        <translation>Más de %1 nombres de una carpeta empiezan por las mismas 27 letras, demasiados para un ISO 9660.</translation>
    </message>
    <message>
        <source>Rename some, or leave them out.</source>
        <translation>Cambie el nombre de algunos u omítalos.</translation>
    </message>
    <message>
        <source>The library %1 or newer is needed, and an older one is installed.</source>
        <translation>Se necesita la biblioteca %1 o una más nueva, y hay instalada una anterior.</translation>
    </message>
    <message>
        <source>Update it.</source>
        <translation>Actualícela.</translation>
    </message>
    <message>
        <source>The archive takes too much memory to unpack, because its dictionary has %1.</source>
        <translation>El archivo necesita demasiada memoria para descomprimirse, porque su diccionario tiene %1.</translation>
    </message>
    <message>
        <source>It is the last of several volumes of a ZIP.</source>
        <translation>Es el último de varios volúmenes de un ZIP.</translation>
    </message>
    <message>
        <source>Join the volumes first, as zip -s 0 does.</source>
        <translation>Una antes los volúmenes, como hace zip -s 0.</translation>
    </message>
    <message>
        <source>This entry of the archive has no name.</source>
        <translation>Esta entrada del archivo no tiene nombre.</translation>
    </message>
    <message>
        <source>The name of this entry of the archive is too long.</source>
        <translation>El nombre de esta entrada del archivo es demasiado largo.</translation>
    </message>
    <message>
        <source>This entry of the archive has the name of an earlier one, perhaps with its accents stored in another way.</source>
        <translation>Esta entrada del archivo se llama como una anterior, quizá con los acentos guardados de otra forma.</translation>
    </message>
    <message>
        <source>If both are needed, unpack the archive with its own program, and use the folder.</source>
        <translation>Si necesita ambas, descomprima el archivo con su propio programa y use la carpeta.</translation>
    </message>
    <message>
        <source>This entry of the archive lies in %1, which is not a folder.</source>
        <translation>Esta entrada del archivo está en %1, que no es una carpeta.</translation>
    </message>
    <message>
        <source>This entry of the archive has the name of a folder that is not empty.</source>
        <translation>Esta entrada del archivo se llama como una carpeta que no está vacía.</translation>
    </message>
    <message>
        <source>The links on the way to this entry of the archive lead in a circle.</source>
        <translation>Los enlaces que llevan a esta entrada del archivo forman un círculo.</translation>
    </message>
    <message>
        <source>This entry of the archive is a hard link to %1, which is not in it.</source>
        <translation>Esta entrada del archivo es un enlace duro a %1, que no está en él.</translation>
    </message>
    <message>
        <source>This entry of the archive is a hard link to a folder, which can&apos;t be.</source>
        <translation>Esta entrada del archivo es un enlace duro a una carpeta, lo que no puede ser.</translation>
    </message>
    <message>
        <source>The disc is mounted there too.</source>
        <translation>El disco está montado también ahí.</translation>
    </message>
    <message>
        <source>Unmount it there first.</source>
        <translation>Desmóntelo antes ahí.</translation>
    </message>
    <message>
        <source>The disc can&apos;t be unmounted (%2).</source>
        <translation>El disco no se puede desmontar (%2).</translation>
    </message>
    <message>
        <source>Close what uses it; fuser -vm lists that.</source>
        <translation>Cierre lo que lo usa; fuser -vm lo muestra.</translation>
    </message>
    <message>
        <source>The drive does not open (%2).</source>
        <translation>La unidad no se abre (%2).</translation>
    </message>
    <message>
        <source>Take the disc out by hand.</source>
        <translation>Saque el disco a mano.</translation>
    </message>
    <message>
        <source>It can&apos;t be suspended, because it shows partitions (--partscan, or partx).</source>
        <translation>No se puede suspender, porque muestra particiones (--partscan o partx).</translation>
    </message>
    <message>
        <source>Unmount and detach it instead.</source>
        <translation>Desmóntelo y desconéctelo.</translation>
    </message>
    <message>
        <source>A .zip holds 65 535 names and 4 GiB at most, and there is more.</source>
        <translation>Un .zip admite como mucho 65 535 nombres y 4 GiB, y esto es más.</translation>
    </message>
    <message>
        <source>Choose .tar.xz instead.</source>
        <translation>Elija .tar.xz.</translation>
    </message>
    <message>
        <source>The name does not say which kind of archive it is to be.</source>
        <translation>El nombre no dice qué clase de archivo comprimido debe ser.</translation>
    </message>
    <message>
        <source>Let it end in .tar.xz or .zip.</source>
        <translation>Haga que termine en .tar.xz o .zip.</translation>
    </message>
    <message>
        <source>It is not a cloop image.</source>
        <translation>No es una imagen cloop.</translation>
    </message>
    <message>
        <source>The file ends within its head.</source>
        <translation>El archivo termina dentro de su cabecera.</translation>
    </message>
    <message>
        <source>The head is damaged: it names a block size of %1 bytes, which no image has.</source>
        <translation>La cabecera está dañada: indica un tamaño de bloque de %1 bytes, que ninguna imagen tiene.</translation>
    </message>
    <message>
        <source>%1 blocks are more than an image can have.</source>
        <translation>%1 bloques son más de los que puede tener una imagen.</translation>
    </message>
    <message>
        <source>Larger blocks make fewer; if the image exists, its head is damaged.</source>
        <translation>Si son más grandes, harán falta menos; si la imagen ya existe, su cabecera está dañada.</translation>
    </message>
    <message>
        <source>No block can be found, because nothing in the index can be trusted.</source>
        <translation>No se puede encontrar ningún bloque, porque nada en el índice es fiable.</translation>
    </message>
    <message>
        <source>The index does not say where the block lies.</source>
        <translation>El índice no indica dónde está el bloque.</translation>
    </message>
    <message>
        <source>The file ends before the block does.</source>
        <translation>El archivo termina antes que el bloque.</translation>
    </message>
    <message>
        <source>The stored data can&apos;t be decompressed.</source>
        <translation>Los datos almacenados no se pueden descomprimir.</translation>
    </message>
    <message>
        <source>The medium can&apos;t be read there (%2).</source>
        <translation>El soporte no se puede leer en ese lugar (%2).</translation>
    </message>
    <message>
        <source>Another drive may read it.</source>
        <translation>Quizá otra unidad pueda leerlo.</translation>
    </message>
    <message>
        <source>The block&apos;s codec has the number %1, which does not exist.</source>
        <translation>El códec del bloque tiene el número %1, que no existe.</translation>
    </message>
    <message>
        <source>The codec %1 is known, but this program was built without it.</source>
        <translation>El códec %1 se conoce, pero este programa se compiló sin él.</translation>
    </message>
    <message>
        <source>Use a program that has it.</source>
        <translation>Use uno que lo tenga.</translation>
    </message>
    <message>
        <source>What was written reads back differently, so nothing was kept.</source>
        <translation>Lo escrito no coincide al volver a leerlo, por lo que no se conservó nada.</translation>
    </message>
    <message>
        <source>Check the disc and the memory of this machine, then try again.</source>
        <translation>Compruebe el disco y la memoria de este equipo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>It does not contain a file system that can be read here.</source>
        <translation>No contiene un sistema de archivos que se pueda leer aquí.</translation>
    </message>
    <message>
        <source>The contents of this folder are known only in part.</source>
        <translation>El contenido de esta carpeta solo se conoce en parte.</translation>
    </message>
    <message>
        <source>The name would lead out of the target folder, so it was left out.</source>
        <translation>El nombre llevaría fuera de la carpeta de destino, por lo que se omitió.</translation>
    </message>
    <message>
        <source>The image ends before this file does.</source>
        <translation>La imagen termina antes que este archivo.</translation>
    </message>
    <message>
        <source>It is not the file that the SHA-256 was made of (%1).</source>
        <translation>No es el archivo del que procede el SHA-256 (%1).</translation>
    </message>
    <message>
        <source>It is an image of FreeBSD in its format %1, which only FreeBSD reads.</source>
        <translation>Es una imagen de FreeBSD en su formato %1, que solo FreeBSD lee.</translation>
    </message>
    <message>
        <source>Unpack it there.</source>
        <translation>Descomprímala allí.</translation>
    </message>
    <message>
        <source>It is compressed in a way that is not known here, because its ZF entry fits neither zisofs 1 nor zisofs 2.</source>
        <translation>Está comprimido de una forma que aquí no se conoce, porque su entrada ZF no es de zisofs 1 ni de zisofs 2.</translation>
    </message>
    <message>
        <source>It contains %1, which is read not here but by the kernel.</source>
        <translation>Contiene %1, que no se lee aquí sino en el núcleo.</translation>
    </message>
    <message>
        <source>It holds CD sectors of %1 bytes, with all that a drive adds to them.</source>
        <translation>Contiene sectores de CD de %1 bytes, con todo lo que una unidad les añade.</translation>
    </message>
    <message>
        <source>Make sectors of 2048 bytes of it first, with bchunk or ccd2iso.</source>
        <translation>Conviértalos primero en sectores de 2048 bytes, con bchunk o ccd2iso.</translation>
    </message>
    <message>
        <source>Its record is damaged: its name, place, size or kind contradicts itself or the disc&apos;s other tree.</source>
        <translation>Su registro está dañado: su nombre, lugar, tamaño o clase se contradice, o contradice al otro árbol del disco.</translation>
    </message>
    <message>
        <source>Compare it with another copy.</source>
        <translation>Compárelo con otra copia.</translation>
    </message>
    <message>
        <source>Its directories claim more than so small a disc can hold, so the rest of them is left out.</source>
        <translation>Sus directorios afirman contener más de lo que cabe en un disco tan pequeño, así que el resto se omite.</translation>
    </message>
    <message>
        <source>This is an error in the program itself.</source>
        <translation>Es un error del propio programa.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Se detuvo.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>%1, head last</source>
        <translation>%1, cabecera al final</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sano</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañado</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>unverifiable</source>
        <translation>no verificable</translation>
    </message>
    <message>
        <source>unverifiable: its codec has no check</source>
        <translation>no verificable: su códec carece de suma de comprobación</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>Listado</translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>Extracción</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>0 (0.68 and older)</source>
        <translation>0 (0.68 y anteriores)</translation>
    </message>
    <message>
        <source>It notes a size that can&apos;t be right (%1 bytes). The content is read as %2 bytes, and may end in zeros.</source>
        <translation>Anota un tamaño que no puede ser cierto (%1 bytes). El contenido se lee como %2 bytes y puede terminar en ceros.</translation>
    </message>
    <message>
        <source>The system refused it (%2).</source>
        <translation>El sistema lo rechazó (%2).</translation>
    </message>
    <message>
        <source>It names a version that does not exist. Its index and blocks show version %2, which is used.</source>
        <translation>Indica una versión que no existe. El índice y los bloques muestran la versión %2, que es la que se usa.</translation>
    </message>
    <message>
        <source>It says blocks of %1 bytes. The blocks themselves show %2, which is used.</source>
        <translation>Indica bloques de %1 bytes. Los bloques mismos muestran %2, que es lo que se usa.</translation>
    </message>
    <message>
        <source>It says %1 blocks. The index shows %2, which is used.</source>
        <translation>Indica %1 bloques. El índice muestra %2, que es lo que se usa.</translation>
    </message>
    <message>
        <source>Mount the image.</source>
        <translation>Monte la imagen.</translation>
    </message>
    <message>
        <source>Its disc is out of the drive, or another disc is in.</source>
        <translation>Su disco no está en la unidad, o hay otro.</translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation>Vuelva a ponerlo.</translation>
    </message>
    <message>
        <source>The system&apos;s message bus (D-Bus) does not answer.</source>
        <translation>El bus de mensajes del sistema (D-Bus) no responde.</translation>
    </message>
    <message>
        <source>The files can still be shown without it.</source>
        <translation>Los archivos se pueden mostrar también sin él.</translation>
    </message>
    <message>
        <source>Cloopsmith&apos;s service is not installed, or does not start (%1).</source>
        <translation>El servicio de Cloopsmith no está instalado o no arranca (%1).</translation>
    </message>
    <message>
        <source>Install it: apt install cloop-helper.</source>
        <translation>Instálelo: apt install cloop-helper.</translation>
    </message>
    <message>
        <source>Nothing can decide whether you may do this, because polkit does not run.</source>
        <translation>Nada puede decidir si usted puede hacer esto, porque polkit no está en marcha.</translation>
    </message>
    <message>
        <source>Install it: apt install polkitd.</source>
        <translation>Instálelo: apt install polkitd.</translation>
    </message>
    <message>
        <source>This system does not permit you to do this.</source>
        <translation>Este sistema no le permite hacer esto.</translation>
    </message>
    <message>
        <source>Ask its administrator.</source>
        <translation>Pregunte a quien lo administra.</translation>
    </message>
    <message>
        <source>A password is needed, and nothing here asks for it.</source>
        <translation>Hace falta una contraseña, y aquí nada la pide.</translation>
    </message>
    <message>
        <source>Do it in a desktop session.</source>
        <translation>Hágalo en una sesión de escritorio.</translation>
    </message>
    <message>
        <source>The question for the password was dismissed.</source>
        <translation>La petición de la contraseña se ha rechazado.</translation>
    </message>
    <message>
        <source>The service udisks is not installed, or does not start (%1).</source>
        <translation>El servicio udisks no está instalado o no arranca (%1).</translation>
    </message>
    <message>
        <source>Install it: apt install udisks2.</source>
        <translation>Instálelo: apt install udisks2.</translation>
    </message>
    <message>
        <source>The service udisks refused it (%1).</source>
        <translation>El servicio udisks lo ha rechazado (%1).</translation>
    </message>
    <message>
        <source>This system has no FUSE (%1).</source>
        <translation>Este sistema no tiene FUSE (%1).</translation>
    </message>
    <message>
        <source>Install it: apt install fuse3.</source>
        <translation>Instálelo: apt install fuse3.</translation>
    </message>
    <message>
        <source>The program cloop-fuse, which serves the image, has ended (%1).</source>
        <translation>El programa cloop-fuse, que sirve la imagen, ha terminado (%1).</translation>
    </message>
    <message>
        <source>The kernel can&apos;t mount the content (%1).</source>
        <translation>El núcleo no puede montar el contenido (%1).</translation>
    </message>
    <message>
        <source>It may be attached as a device.</source>
        <translation>Se puede conectar como dispositivo.</translation>
    </message>
    <message>
        <source>It is mounted already (%1).</source>
        <translation>Ya está montada (%1).</translation>
    </message>
    <message>
        <source>It is not mounted.</source>
        <translation>No está montada.</translation>
    </message>
    <message>
        <source>It is in use (%1).</source>
        <translation>Está en uso (%1).</translation>
    </message>
    <message>
        <source>Close what uses it.</source>
        <translation>Cierre lo que la usa.</translation>
    </message>
    <message>
        <source>This session has no folder of its own to mount it in.</source>
        <translation>Esta sesión no tiene una carpeta propia en que montarla.</translation>
    </message>
    <message>
        <source>The folder is not empty.</source>
        <translation>La carpeta no está vacía.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Elija una carpeta vacía.</translation>
    </message>
    <message>
        <source>The kernel module is in use.</source>
        <translation>El módulo del núcleo está en uso.</translation>
    </message>
    <message>
        <source>Unmount and detach all images first.</source>
        <translation>Desmonte y desconecte antes todas las imágenes.</translation>
    </message>
    <message>
        <source>The kernel module can&apos;t be built, because something is missing.</source>
        <translation>El módulo del núcleo no se puede compilar, porque falta algo.</translation>
    </message>
    <message>
        <source>Install it: apt install %1.</source>
        <translation>Instálelo: apt install %1.</translation>
    </message>
    <message>
        <source>The kernel module could not be built (%1).</source>
        <translation>El módulo del núcleo no se ha podido compilar (%1).</translation>
    </message>
    <message>
        <source>Secure Boot refuses the kernel module, because it does not know its key.</source>
        <translation>Secure Boot rechaza el módulo del núcleo, porque no conoce su clave.</translation>
    </message>
    <message>
        <source>Type: mokutil --import /var/lib/dkms/mok.pub; reboot, and confirm the key.</source>
        <translation>Escriba: mokutil --import /var/lib/dkms/mok.pub; reinicie y confirme la clave.</translation>
    </message>
    <message>
        <source>The kernel refuses the module (%1).</source>
        <translation>El núcleo rechaza el módulo (%1).</translation>
    </message>
    <message>
        <source>The service is busy with another request.</source>
        <translation>El servicio está ocupado con otra petición.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Inténtelo de nuevo dentro de un momento.</translation>
    </message>
    <message>
        <source>Extended attributes, access lists and capabilities are left out, because the file system has no room for them. Files that have some: %1.</source>
        <translation>Los atributos extendidos, las listas de acceso y las capacidades se omiten, porque el sistema de archivos no tiene sitio para ellos. Archivos que los tienen: %1.</translation>
    </message>
    <message>
        <source>The label becomes %1, because ISO 9660 gives it 32 bytes, EROFS 16.</source>
        <translation>La etiqueta pasa a ser %1, porque ISO 9660 le da 32 bytes y EROFS 16.</translation>
    </message>
    <message>
        <source>The link&apos;s target is too long. ISO 9660 takes 1024 bytes, and 248 between two slashes; EROFS takes 4095.</source>
        <translation>El destino del enlace es demasiado largo. ISO 9660 admite 1024 bytes, y 248 entre dos barras; EROFS admite 4095.</translation>
    </message>
    <message>
        <source>Linux cuts names of 254 and 255 bytes when it reads ISO 9660: %1.</source>
        <translation>Linux recorta los nombres de 254 y 255 bytes al leer ISO 9660: %1.</translation>
    </message>
    <message>
        <source>Linux misreads device numbers with a minor above 255 in ISO 9660: %1.</source>
        <translation>Linux lee mal en ISO 9660 los números de dispositivo con un número menor superior a 255: %1.</translation>
    </message>
    <message>
        <source>The file system compresses it once more, which is not read here.</source>
        <translation>El sistema de archivos lo comprime otra vez, y aquí no se lee.</translation>
    </message>
    <message>
        <source>Mount the image, and the kernel reads it.</source>
        <translation>Monte la imagen y el núcleo lo leerá.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>It does not have this partition (it has %1).</source>
        <translation>No contiene esa partición (contiene %1).</translation>
    </message>
    <message>
        <source>A file that every live disc needs is not installed.</source>
        <translation>Un archivo que todo disco autónomo necesita no está instalado.</translation>
    </message>
    <message>
        <source>Install Cloopsmith again, on a computer with GRUB&apos;s packages.</source>
        <translation>Instale Cloopsmith de nuevo, en un equipo con los paquetes de GRUB.</translation>
    </message>
    <message>
        <source>It has no kernel in /boot, so a disc made of it can&apos;t start.</source>
        <translation>No tiene núcleo en /boot, así que un disco hecho de ello no puede arrancar.</translation>
    </message>
    <message>
        <source>Install a kernel in it, such as Debian&apos;s linux-image-amd64; exports of containers have none.</source>
        <translation>Instale en ello un núcleo, como linux-image-amd64 de Debian; las exportaciones de contenedores no lo tienen.</translation>
    </message>
    <message>
        <source>The modules of its kernel (%1) are missing.</source>
        <translation>Faltan los módulos de su núcleo (%1).</translation>
    </message>
    <message>
        <source>Install the kernel&apos;s package in it, and run depmod.</source>
        <translation>Instale en ello el paquete del núcleo y ejecute depmod.</translation>
    </message>
    <message>
        <source>It has nothing to start, because /sbin/init is missing.</source>
        <translation>No tiene nada que arrancar, porque falta /sbin/init.</translation>
    </message>
    <message>
        <source>Install an init system in it, such as Debian&apos;s systemd-sysv.</source>
        <translation>Instale en ello un sistema de inicio, como systemd-sysv de Debian.</translation>
    </message>
    <message>
        <source>This kernel lacks a driver that the disc needs (%1).</source>
        <translation>A este núcleo le falta un controlador que el disco necesita (%1).</translation>
    </message>
    <message>
        <source>Install another kernel.</source>
        <translation>Instale otro núcleo.</translation>
    </message>
    <message>
        <source>The disc is too large for the medium (by %1).</source>
        <translation>El disco es demasiado grande para el soporte (por %1).</translation>
    </message>
    <message>
        <source>Choose a stronger preset, or leave something out.</source>
        <translation>Elija un ajuste más fuerte u omita algo.</translation>
    </message>
    <message>
        <source>Writing the disc</source>
        <translation>Escribiendo el disco</translation>
    </message>
    <message>
        <source>It is not a disk.</source>
        <translation>No es una unidad.</translation>
    </message>
    <message>
        <source>It is a part of a disk, of which the whole is needed (%1).</source>
        <translation>Es una parte de una unidad, que se necesita entera (%1).</translation>
    </message>
    <message>
        <source>Name the whole disk.</source>
        <translation>Indique la unidad entera.</translation>
    </message>
    <message>
        <source>It is built into this computer, so it is not overwritten.</source>
        <translation>Está integrada en este equipo, así que no se sobrescribe.</translation>
    </message>
    <message>
        <source>Choose a stick or a memory card.</source>
        <translation>Elija una memoria USB o una tarjeta.</translation>
    </message>
    <message>
        <source>The disk is in use (%1).</source>
        <translation>La unidad está en uso (%1).</translation>
    </message>
    <message>
        <source>Unmount it first.</source>
        <translation>Desmóntela primero.</translation>
    </message>
    <message>
        <source>The disk can&apos;t be written to.</source>
        <translation>No se puede escribir en la unidad.</translation>
    </message>
    <message>
        <source>Move its switch, or take another one.</source>
        <translation>Mueva su interruptor o use otra.</translation>
    </message>
    <message>
        <source>The disk is too small (by %1).</source>
        <translation>La unidad es demasiado pequeña (por %1).</translation>
    </message>
    <message>
        <source>Take a larger one.</source>
        <translation>Use una mayor.</translation>
    </message>
    <message>
        <source>The address of the server is not right (at %1).</source>
        <translation>La dirección del servidor no es correcta (en %1).</translation>
    </message>
    <message>
        <source>It looks like this: nats://TOKEN@HOST:PORT#FINGERPRINT.</source>
        <translation>Tiene esta forma: nats://TOKEN@HOST:PORT#FINGERPRINT.</translation>
    </message>
    <message>
        <source>The program nats-server is not installed.</source>
        <translation>El programa nats-server no está instalado.</translation>
    </message>
    <message>
        <source>Install it, in Debian as the package nats-server.</source>
        <translation>Instálelo, en Debian con el paquete nats-server.</translation>
    </message>
    <message>
        <source>The program nats-server ended (%1).</source>
        <translation>El programa nats-server terminó (%1).</translation>
    </message>
    <message>
        <source>Mend what it names.</source>
        <translation>Corrija lo que indica.</translation>
    </message>
    <message>
        <source>The server does not answer (%1).</source>
        <translation>El servidor no responde (%1).</translation>
    </message>
    <message>
        <source>Check its address, and whether a firewall is in between.</source>
        <translation>Compruebe su dirección y si hay un cortafuegos en medio.</translation>
    </message>
    <message>
        <source>The server refuses the token, password or key.</source>
        <translation>El servidor rechaza el token, la contraseña o la clave.</translation>
    </message>
    <message>
        <source>Copy the whole line again.</source>
        <translation>Copie de nuevo la línea entera.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not the one that was named (%1).</source>
        <translation>El certificado del servidor no es el indicado (%1).</translation>
    </message>
    <message>
        <source>Copy the whole line again; if that changes nothing, another computer answers in the server&apos;s place.</source>
        <translation>Copie de nuevo la línea entera; si no cambia nada, otro equipo responde en lugar del servidor.</translation>
    </message>
    <message>
        <source>The server keeps no streams (%1).</source>
        <translation>El servidor no guarda flujos (%1).</translation>
    </message>
    <message>
        <source>Start it with JetStream (nats-server -js), and give that 256 MiB of memory for each image.</source>
        <translation>Inícielo con JetStream (nats-server -js), y dele a este 256 MiB de memoria para cada imagen.</translation>
    </message>
    <message>
        <source>The server passes no blocks of that size on (at most %1).</source>
        <translation>El servidor no transmite bloques de ese tamaño (como máximo %1).</translation>
    </message>
    <message>
        <source>Choose smaller blocks.</source>
        <translation>Elija bloques más pequeños.</translation>
    </message>
    <message>
        <source>This program was built without libnats, by which computers work together.</source>
        <translation>Este programa se compiló sin libnats, con la que varios equipos trabajan juntos.</translation>
    </message>
    <message>
        <source>Use one that was built with it.</source>
        <translation>Use uno que se haya compilado con ella.</translation>
    </message>
    <message>
        <source>It has no table of partitions with room for one more.</source>
        <translation>No tiene una tabla de particiones con sitio para una más.</translation>
    </message>
    <message>
        <source>Write it without a partition for what is to be kept.</source>
        <translation>Escríbalo sin una partición para lo que se quiera conservar.</translation>
    </message>
    <message>
        <source>The disk has no room for one more partition (%1 are missing).</source>
        <translation>El dispositivo no tiene sitio para una partición más (faltan %1).</translation>
    </message>
    <message>
        <source>The program mke2fs, which makes file systems, is not installed.</source>
        <translation>El programa mke2fs, que hace sistemas de archivos, no está instalado.</translation>
    </message>
    <message>
        <source>Install it: apt install e2fsprogs.</source>
        <translation>Instálelo: apt install e2fsprogs.</translation>
    </message>
    <message>
        <source>The program mke2fs made no file system (%1).</source>
        <translation>El programa mke2fs no ha hecho ningún sistema de archivos (%1).</translation>
    </message>
    <message>
        <source>The chosen disk is gone, or another one has taken its place, so nothing was written.</source>
        <translation>La unidad elegida ya no está, u otra ha ocupado su lugar, así que no se ha escrito nada.</translation>
    </message>
    <message>
        <source>Look which disk it is, and choose again.</source>
        <translation>Mire cuál es y elija de nuevo.</translation>
    </message>
    <message>
        <source>A computer without a name</source>
        <translation>Un equipo sin nombre</translation>
    </message>
    <message>
        <source>%1 helps, with %2.</source>
        <translation>%1 ayuda, con %2.</translation>
    </message>
    <message>
        <source>%1 has left. What it had goes to others.</source>
        <translation>%1 se ha ido. Lo que tenía pasa a otros.</translation>
    </message>
    <message>
        <source>%1 does not help, because its encoders have other versions and might write other bytes.</source>
        <translation>%1 no ayuda, porque sus codificadores tienen otras versiones y podrían escribir otros bytes.</translation>
    </message>
    <message>
        <source>--any-version takes it.</source>
        <translation>--any-version lo admite.</translation>
    </message>
    <message>
        <source>%1 does not help, because it lacks this encoder.</source>
        <translation>%1 no ayuda, porque le falta este codificador.</translation>
    </message>
    <message>
        <source>%1 does not help, because its --max-memory is too little for such blocks.</source>
        <translation>%1 no ayuda, porque su --max-memory es demasiado poco para esos bloques.</translation>
    </message>
    <message>
        <source>%1 returned a wrong block. It is encoded again.</source>
        <translation>%1 devolvió un bloque erróneo. Se codifica de nuevo.</translation>
    </message>
    <message>
        <source>%1 is shut out, because %2 of its blocks were wrong. Check its memory.</source>
        <translation>%1 queda excluido, porque %2 de sus bloques eran erróneos. Compruebe su memoria.</translation>
    </message>
    <message>
        <source>The server had ended. It runs again, and the work goes on.</source>
        <translation>El servidor había terminado. Vuelve a funcionar, y el trabajo continúa.</translation>
    </message>
    <message>
        <source>The server does not answer. This computer goes on alone.</source>
        <translation>El servidor no responde. Este equipo continúa solo.</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>El servidor responde de nuevo.</translation>
    </message>
    <message>
        <source>No computer works, because of --no-local.</source>
        <translation>Ningún equipo trabaja, debido a --no-local.</translation>
    </message>
    <message>
        <source>Start cloop worker on another one, as said above.</source>
        <translation>Inicie cloop worker en otro, como se indica arriba.</translation>
    </message>
    <message>
        <source>The server does not permit what this needs (%1).</source>
        <translation>El servidor no permite lo que esto necesita (%1).</translation>
    </message>
    <message>
        <source>Let this user publish and subscribe to cloop.&gt;, _INBOX.&gt; and $JS.&gt;.</source>
        <translation>Permita a este usuario publicar y suscribirse a cloop.&gt;, _INBOX.&gt; y $JS.&gt;.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BackButton</name>
    <message>
        <source>Back to the start page</source>
        <translation>Volver a la página de inicio</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BlockTableModel</name>
    <message>
        <source>Block</source>
        <translation>Bloque</translation>
    </message>
    <message>
        <source>Content from</source>
        <translation>Contenido desde</translation>
    </message>
    <message>
        <source>Lies at</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Ocupa</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Códec</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BlocksView</name>
    <message>
        <source>All blocks</source>
        <translation>Todos los bloques</translation>
    </message>
    <message>
        <source>Damaged or unreadable</source>
        <translation>Dañados o ilegibles</translation>
    </message>
    <message>
        <source>Unverifiable</source>
        <translation>No verificables</translation>
    </message>
    <message>
        <source>Hardly shrunk (98 % and more)</source>
        <translation>Apenas reducidos (98 % o más)</translation>
    </message>
    <message>
        <source>Which blocks are listed</source>
        <translation>Qué bloques se muestran</translation>
    </message>
    <message>
        <source>Blocks of the image</source>
        <translation>Bloques de la imagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s)</source>
        <translation>
            <numerusform>%Ln bloque</numerusform>
            <numerusform>%Ln bloques</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin comprobar</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BootChoice</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Kernel %1 starts, by BIOS and UEFI, from CD, DVD or stick.</source>
        <translation>El núcleo %1 arranca, por BIOS y UEFI, desde CD, DVD o memoria USB.</translation>
    </message>
    <message>
        <source>What belongs to one machine stays at home: %1.</source>
        <translation>Lo que pertenece a un solo equipo se queda en casa: %1.</translation>
    </message>
    <message>
        <source>It has no udev, so drivers must be loaded by hand.</source>
        <translation>No tiene udev, así que los controladores deben cargarse a mano.</translation>
    </message>
    <message>
        <source>Ma&amp;ke it bootable: an ISO that starts a computer</source>
        <translation>Hacerlo arrancable, en &amp;formato ISO, para iniciar un equipo</translation>
    </message>
    <message>
        <source>The source is looked through…</source>
        <translation>Se examina el origen…</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildChoices</name>
    <message>
        <source>Write its SHA-&amp;256 into a file beside it</source>
        <translation>Escribir su SHA-&amp;256 en un archivo contiguo</translation>
    </message>
    <message>
        <source>&amp;Go on past what can&apos;t be read</source>
        <translation>Se&amp;guir aunque haya partes ilegibles</translation>
    </message>
    <message>
        <source>&amp;Compatible</source>
        <translation>C&amp;ompatible</translation>
    </message>
    <message>
        <source>Every reader takes it, old ones too.</source>
        <translation>La acepta cualquier lector, también los antiguos.</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>Más &amp;pequeña</translation>
    </message>
    <message>
        <source>The same, compressed harder.</source>
        <translation>Lo mismo, con más compresión.</translation>
    </message>
    <message>
        <source>S&amp;mallest</source>
        <translation>La más pe&amp;queña</translation>
    </message>
    <message>
        <source>For newer readers; slow to make.</source>
        <translation>Para lectores recientes; tarda en crearse.</translation>
    </message>
    <message>
        <source>C&amp;ustom</source>
        <translation>Personali&amp;zada</translation>
    </message>
    <message>
        <source>Version, codec, level and block size of your own choice.</source>
        <translation>Versión, códec, nivel y tamaño de bloque a su elección.</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Más a&amp;justes</translation>
    </message>
    <message>
        <source>2.0: every reader</source>
        <translation>2.0: cualquier lector</translation>
    </message>
    <message>
        <source>4.0: a codec for each block</source>
        <translation>4.0: un códec para cada bloque</translation>
    </message>
    <message>
        <source>4.0 with the head last</source>
        <translation>4.0 con la cabecera al final</translation>
    </message>
    <message>
        <source>V&amp;ersion</source>
        <translation>Ver&amp;sión</translation>
    </message>
    <message>
        <source>Co&amp;dec</source>
        <translation>&amp;Códec</translation>
    </message>
    <message>
        <source>Block si&amp;ze</source>
        <translation>Tamaño de bloq&amp;ue</translation>
    </message>
    <message>
        <source>Zeros stand in place of what is lost, and the result lists it.</source>
        <translation>En lugar de lo perdido habrá ceros, y el resultado lo enumera.</translation>
    </message>
    <message>
        <source>in one file</source>
        <translation>en un solo archivo</translation>
    </message>
    <message>
        <source>in parts below 650 MiB</source>
        <translation>en partes de menos de 650 MiB</translation>
    </message>
    <message>
        <source>in parts below 700 MiB</source>
        <translation>en partes de menos de 700 MiB</translation>
    </message>
    <message>
        <source>in parts below 2 GiB</source>
        <translation>en partes de menos de 2 GiB</translation>
    </message>
    <message>
        <source>in parts below 4 GiB (FAT32)</source>
        <translation>en partes de menos de 4 GiB (FAT32)</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>in parts below %1</source>
        <translation>en partes de menos de %1</translation>
    </message>
    <message>
        <source>best of all, block by block</source>
        <translation>el mejor de todos, bloque a bloque</translation>
    </message>
    <message>
        <source>Leve&amp;l</source>
        <translation>&amp;Nivel</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>&amp;División</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a folder, and how large what is built from is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>estimando…</translation>
    </message>
    <message>
        <source>Verif&amp;y: read it back and compare</source>
        <translation>Verificar: volver a &amp;leerla y comparar</translation>
    </message>
    <message>
        <source>Use other computers</source>
        <translation>Usar otros equipos</translation>
    </message>
    <message>
        <source>While it is built, a line is shown to be typed on each of them. It pays with Smaller and Smallest.</source>
        <translation>Durante la creación se muestra una línea que hay que escribir en cada uno. Compensa con Más pequeña y La más pequeña.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildPage</name>
    <message>
        <source>&amp;Build</source>
        <translation>C&amp;rear</translation>
    </message>
    <message>
        <source>Convert %1</source>
        <translation>Convertir %1</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Convert to %1</source>
        <translation>Convertir en %1</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>Crear %1</translation>
    </message>
    <message>
        <source>Done and verified: %1 in %2 (%3).</source>
        <translation>Terminado y verificado: %1 en %2 (%3).</translation>
    </message>
    <message>
        <source>Done, not verified: %1 in %2 (%3).</source>
        <translation>Terminado, sin verificar: %1 en %2 (%3).</translation>
    </message>
    <message>
        <source>SHA-256 of the content: %1</source>
        <translation>SHA-256 del contenido: %1</translation>
    </message>
    <message>
        <source>SHA-256 of the image: %1</source>
        <translation>SHA-256 de la imagen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the source could not be read.</source>
        <translation>
            <numerusform>No se pudo leer %n parte del origen.</numerusform>
            <numerusform>No se pudieron leer %n partes del origen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarla</translation>
    </message>
    <message>
        <source>Another build writes to that place already.</source>
        <translation>Ya se está escribiendo otra imagen en ese lugar.</translation>
    </message>
    <message>
        <source>%1 is being built.</source>
        <translation>Se está creando %1.</translation>
    </message>
    <message>
        <source>Converting to %1</source>
        <translation>Convirtiendo a %1</translation>
    </message>
    <message>
        <source>Building %1</source>
        <translation>Creando %1</translation>
    </message>
    <message>
        <source>Each block appears here as it is built, in a colour for how far it shrank.</source>
        <translation>Cada bloque aparece aquí al crearse, en un color según cuánto se redujo.</translation>
    </message>
    <message>
        <source>%1: not stored yet</source>
        <comment>one or more blocks</comment>
        <translation>%1: aún sin crear</translation>
    </message>
    <message>
        <source>%1: stored in %2, %3</source>
        <comment>one or more blocks, ratio, state</comment>
        <translation>%1: %2 de su tamaño, %3</translation>
    </message>
    <message>
        <source>At %1 of the content, %2 stored in %3, %4</source>
        <comment>offset, size, size, codec</comment>
        <translation>En %1 del contenido, %2 guardados en %3, %4</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildProgress</name>
    <message>
        <source>Progress of the build</source>
        <translation>Progreso de la creación</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Stored in, so far</source>
        <translation>Ocupa hasta ahora</translation>
    </message>
    <message>
        <source>Time so far</source>
        <translation>Tiempo transcurrido</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Después: %1</translation>
    </message>
    <message>
        <source>There is probably not enough room on the disc: about %1 are needed, %2 are free.</source>
        <translation>Probablemente no hay espacio suficiente en el disco: se necesitan unos %1 y hay %2 libres.</translation>
    </message>
    <message>
        <source>To be typed on each other computer:</source>
        <translation>Para escribir en cada uno de los otros equipos:</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::CommandLines</name>
    <message>
        <source>&amp;Copy</source>
        <translation>C&amp;opiar</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ContentsModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Ocupa</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a link and its target</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>damage inside</source>
        <translation>con daños dentro</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Permisos</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DamageModel</name>
    <message>
        <source>… and more: the saved report has all.</source>
        <translation>… y más: el informe guardado los contiene todos.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>Offset in the content</source>
        <translation>Posición en el contenido</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DamageView</name>
    <message>
        <source>Save as &amp;text…</source>
        <translation>Guardar como &amp;texto…</translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation>Guardar como &amp;JSON…</translation>
    </message>
    <message>
        <source>Save a &amp;map file (ddrescue)…</source>
        <translation>Guardar un archivo de &amp;mapa (ddrescue)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Files that are not whole</source>
        <translation>Archivos que no están completos</translation>
    </message>
    <message>
        <source>Damaged blocks and the files in them</source>
        <translation>Bloques dañados y los archivos que contienen</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>In&amp;forme</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Aún sin comprobar.</translation>
    </message>
    <message>
        <source>%1 of %2 blocks damaged</source>
        <translation>%1 de %2 bloques dañados</translation>
    </message>
    <message>
        <source>All blocks are sound.</source>
        <translation>Todos los bloques están sanos.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 files are not whole</source>
        <translation>%1: %2 de %3 archivos no están completos</translation>
    </message>
    <message>
        <source>No damage so far.</source>
        <translation>Por ahora, ningún daño.</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>No se encontraron daños.</translation>
    </message>
    <message>
        <source>%1 of %2 blocks unreadable</source>
        <translation>%1 de %2 bloques ilegibles</translation>
    </message>
    <message>
        <source>%1, %2 unreadable</source>
        <comment>so many of so many blocks damaged, a number</comment>
        <translation>%1, %2 ilegibles</translation>
    </message>
    <message>
        <source>B&amp;y file</source>
        <translation>P&amp;or archivo</translation>
    </message>
    <message>
        <source>By bloc&amp;k</source>
        <translation>Por bloq&amp;ue</translation>
    </message>
    <message>
        <source>Check every block</source>
        <translation>Comprobar todos los bloques</translation>
    </message>
    <message>
        <source>Extr&amp;act the whole files…</source>
        <translation>Extraer lo &amp;que está completo…</translation>
    </message>
    <message>
        <source>Read the unreadable ones a&amp;gain</source>
        <translation>Leer de nuevo los ile&amp;gibles</translation>
    </message>
    <message>
        <source>Save a ta&amp;ble of all blocks (CSV)…</source>
        <translation>Guardar una ta&amp;bla de todos los bloques (CSV)…</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DamagedFilesModel</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>… and more: the saved report has all.</source>
        <translation>… y más: el informe guardado los contiene todos.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DetailsPane</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Offset in the content</source>
        <translation>Posición en el contenido</translation>
    </message>
    <message>
        <source>Stored size</source>
        <translation>Tamaño almacenado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Códec</translation>
    </message>
    <message>
        <source>Offset in the file</source>
        <translation>Posición en el archivo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Symbolic link</source>
        <translation>Enlace simbólico</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Tubería</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>A part of the file system itself</source>
        <translation>Una parte del propio sistema de archivos</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Lleva a</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>In damaged blocks</source>
        <translation>En bloques dañados</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Permisos</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Dudoso</translation>
    </message>
    <message>
        <source>its record is damaged</source>
        <translation>su registro está dañado</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incompleto</translation>
    </message>
    <message>
        <source>only a part of it is known</source>
        <translation>solo se conoce una parte</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>Vista &amp;previa</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>Mirar dentro</translation>
    </message>
    <message>
        <source>&amp;On the map</source>
        <translation>Locali&amp;zar en el mapa</translation>
    </message>
    <message>
        <source>Choose a file to see where it lies, or a block to see which files it belongs to.</source>
        <translation>Elija un archivo para ver dónde está, o un bloque para ver a qué archivos pertenece.</translation>
    </message>
    <message>
        <source>No file lies here.</source>
        <translation>Aquí no hay ningún archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s)</source>
        <translation>
            <numerusform>%Ln archivo o carpeta</numerusform>
            <numerusform>%Ln archivos y carpetas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ExportDialog</name>
    <message>
        <source>%1 written and verified.</source>
        <translation>Se escribieron y verificaron %1.</translation>
    </message>
    <message>
        <source>%1 written.</source>
        <translation>Se escribieron %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are lost, with zeros in their place:</source>
        <translation>
            <numerusform>Se perdió %n bloque, con ceros en su lugar:</numerusform>
            <numerusform>Se perdieron %n bloques, con ceros en su lugar:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 bytes)</translation>
    </message>
    <message>
        <source>%1: too large for any disc; a USB stick may take it.</source>
        <translation>%1: demasiado grande para cualquier disco; quizá quepa en una memoria USB.</translation>
    </message>
    <message>
        <source>%1: fits %2, with %3 to spare.</source>
        <translation>%1: cabe en %2 y sobran %3.</translation>
    </message>
    <message>
        <source>&amp;Verify: read it back from the disc and compare</source>
        <translation>&amp;Verificar: volver a leerlo del disco y comparar</translation>
    </message>
    <message>
        <source>Write its &amp;SHA-256 into a file beside it</source>
        <translation>Escribir su &amp;SHA-256 en un archivo contiguo</translation>
    </message>
    <message>
        <source>Export the content</source>
        <translation>Exportar el contenido</translation>
    </message>
    <message>
        <source>The content of the image, uncompressed: an ISO to burn, where it is one. Where a block is lost, zeros stand in its place, and the result lists them.</source>
        <translation>El contenido de la imagen, sin comprimir: una ISO para grabar, si lo es. Donde se haya perdido un bloque habrá ceros, y el resultado enumera los bloques perdidos.</translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation>&amp;Escribir en</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>ISO images (*.iso);;All files (*)</source>
        <translation>Imágenes ISO (*.iso);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>… all of them in the log</source>
        <translation>… todos en el registro</translation>
    </message>
    <message>
        <source>It could not be written into a file: %1</source>
        <translation>No se pudo escribir en un archivo: %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>No SHA-256 file was written, since the content is not whole.</source>
        <translation>No se escribió ningún archivo SHA-256, porque el contenido no está completo.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::FilesView</name>
    <message>
        <source>Find a name</source>
        <translation>Buscar un nombre</translation>
    </message>
    <message>
        <source>Files inside the image</source>
        <translation>Archivos de la imagen</translation>
    </message>
    <message>
        <source>&amp;Extract…</source>
        <translation>&amp;Extraer…</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vista previa</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>&amp;Mirar dentro</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>Mostrar en el &amp;mapa</translation>
    </message>
    <message>
        <source>&amp;Copy the path</source>
        <translation>&amp;Copiar la ruta</translation>
    </message>
    <message>
        <source>Onl&amp;y damaged</source>
        <translation>S&amp;olo dañados</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::HistogramView</name>
    <message>
        <source>Histogram of the ratios</source>
        <translation>Histograma de las proporciones</translation>
    </message>
    <message>
        <source>Largest group: %1</source>
        <translation>Grupo más numeroso: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n bloque</numerusform>
            <numerusform>%n bloques</numerusform>
        </translation>
    </message>
    <message>
        <source>longer than the block itself: %1</source>
        <translation>más largo que el propio bloque: %1</translation>
    </message>
    <message>
        <source>stored in %1 to %2 %: %3</source>
        <translation>ocupa del %1 al %2 %: %3</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ImageHeader</name>
    <message>
        <source>%1 in %2</source>
        <comment>size of the content, size of the image</comment>
        <translation>%1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xport ISO…</source>
        <translation>E&amp;xportar ISO…</translation>
    </message>
    <message>
        <source>To a &amp;folder…</source>
        <translation>A una &amp;carpeta…</translation>
    </message>
    <message>
        <source>To an &amp;archive…</source>
        <translation>A un &amp;archivo comprimido…</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Go on &amp;checking</source>
        <translation>Seguir &amp;comprobando</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>Read every block, and name the files that damage costs</source>
        <translation>Leer todos los bloques y nombrar los archivos afectados por los daños</translation>
    </message>
    <message>
        <source>&amp;Unmount</source>
        <translation>De&amp;smontar</translation>
    </message>
    <message>
        <source>Open &amp;the folder</source>
        <translation>Abrir &amp;la carpeta</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Moun&amp;t</source>
        <translation>Mo&amp;ntar</translation>
    </message>
    <message>
        <source>&amp;Extract chosen…</source>
        <translation>&amp;Extraer lo elegido…</translation>
    </message>
    <message>
        <source>&amp;Extract found…</source>
        <translation>&amp;Extraer lo encontrado…</translation>
    </message>
    <message>
        <source>&amp;Extract all…</source>
        <translation>&amp;Extraer todo…</translation>
    </message>
    <message>
        <source>Show what is inside as a folder of this computer, read-only</source>
        <translation>Muestra el contenido como una carpeta de este equipo, de solo lectura</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Detene&amp;r</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::InspectPage</name>
    <message>
        <source>Check %1</source>
        <translation>Comprobar %1</translation>
    </message>
    <message>
        <source>Taken from the map file. Blocks that are known to be sound, which the next check leaves out: %1.</source>
        <translation>Tomado del archivo de mapa. Bloques que ya constan como sanos, omitidos en la próxima comprobación: %1.</translation>
    </message>
    <message>
        <source>By the map of the copied disc, every block of the image was read.</source>
        <translation>Según el mapa del disco copiado, se leyeron todos los bloques de la imagen.</translation>
    </message>
    <message>
        <source>Extract to a folder</source>
        <translation>Extraer a una carpeta</translation>
    </message>
    <message>
        <source>Extract to an archive</source>
        <translation>Extraer a un archivo comprimido</translation>
    </message>
    <message>
        <source>Take up a check from its map file</source>
        <translation>Reanudar una comprobación desde su archivo de mapa</translation>
    </message>
    <message>
        <source>Map files (*.map *.mapfile *.log);;All files (*)</source>
        <translation>Archivos de mapa (*.map *.mapfile *.log);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The map file that ddrescue wrote when the disc was copied</source>
        <translation>El archivo de mapa que ddrescue escribió al copiar el disco</translation>
    </message>
    <message>
        <source>Where the image lies on the disc</source>
        <translation>Posición de la imagen en el disco</translation>
    </message>
    <message>
        <source>The map counts from the start of the disc. At which byte of the disc does this image begin?
0, where the image alone was copied. Of a whole disc, open its ISO instead: then this is known.</source>
        <translation>El mapa cuenta desde el comienzo del disco. ¿En qué byte del disco empieza esta imagen?
0, si se copió solo la imagen. Si se copió el disco entero, abra mejor su ISO: así ya se conoce la posición.</translation>
    </message>
    <message>
        <source>This image has no blocks.</source>
        <translation>Esta imagen no tiene bloques.</translation>
    </message>
    <message>
        <source>All that is there: owners, links, devices</source>
        <translation>Todo lo que hay: propietarios, enlaces, dispositivos</translation>
    </message>
    <message>
        <source>For every system: files and folders</source>
        <translation>Para cualquier sistema: archivos y carpetas</translation>
    </message>
    <message>
        <source>%1 No files are known. Export the content to look at it otherwise.</source>
        <translation>%1 No se conoce ningún archivo. Exporte el contenido para verlo de otro modo.</translation>
    </message>
    <message numerus="yes">
        <source>By the map of the copied disc, %n block(s) could not be read whole. A check finds out which of them are sound all the same.</source>
        <translation>
            <numerusform>Según el mapa del disco copiado, %n bloque no se pudo leer entero. Una comprobación dirá si aun así está sano.</numerusform>
            <numerusform>Según el mapa del disco copiado, %n bloques no se pudieron leer enteros. Una comprobación dirá cuáles de ellos están sanos aun así.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not a number of bytes.</source>
        <translation>«%1» no es un número de bytes.</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Blocks</source>
        <translation>&amp;Bloques</translation>
    </message>
    <message>
        <source>&amp;Damage</source>
        <translation>&amp;Daños</translation>
    </message>
    <message>
        <source>A check reads every block, and names the files that damage costs.</source>
        <translation>Una comprobación lee todos los bloques y nombra los archivos afectados por los daños.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are damaged by what the index says. A check finds out about the others.</source>
        <translation>
            <numerusform>Según el índice, %n bloque está dañado. Una comprobación informa de los demás.</numerusform>
            <numerusform>Según el índice, %n bloques están dañados. Una comprobación informa de los demás.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Damage (%1)</source>
        <translation>&amp;Daños (%1)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>head damaged</source>
        <translation>cabecera dañada</translation>
    </message>
    <message>
        <source>checked in part</source>
        <translation>comprobada en parte</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin comprobar</translation>
    </message>
    <message numerus="yes">
        <source>cannot tell: no check in %n block(s)</source>
        <translation>
            <numerusform>no se puede saber: %n bloque sin suma de control</numerusform>
            <numerusform>no se puede saber: %n bloques sin suma de control</numerusform>
        </translation>
    </message>
    <message>
        <source>whole</source>
        <translation>íntegra</translation>
    </message>
    <message>
        <source>There is nothing to check, because this image has no blocks.</source>
        <translation>No hay nada que comprobar, porque esta imagen no tiene bloques.</translation>
    </message>
    <message>
        <source>Everything else can be extracted: the whole files here, or all with zeros in place of what is lost.</source>
        <translation>Todo lo demás se puede extraer: aquí los archivos completos, o todo, con ceros en lugar de lo perdido.</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>Extraer</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are in %1 already: %2</source>
        <translation>
            <numerusform>%n nombre ya existe en %1: %2</numerusform>
            <numerusform>%n nombres ya existen en %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>This is for all of them. Folders are entered in any case; files that are not extracted stay as they are.</source>
        <translation>Vale para todos. Las carpetas se abren en cualquier caso; los archivos que no se extraen quedan como están.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>&amp;Keep both, in a new folder</source>
        <translation>&amp;Conservar ambos, en una carpeta nueva</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made.</source>
        <translation>No se puede crear la carpeta %1.</translation>
    </message>
    <message>
        <source>The report is saved: %1</source>
        <translation>El informe se guardó: %1</translation>
    </message>
    <message>
        <source>That is more than %1, which is too much to drag. Extract it instead.</source>
        <translation>Es más de %1, demasiado para arrastrarlo. Extráigalo en su lugar.</translation>
    </message>
    <message>
        <source>The picture is saved: %1</source>
        <translation>El dibujo se guardó: %1</translation>
    </message>
    <message>
        <source>Checked in part %1.</source>
        <comment>when</comment>
        <translation>Comprobada en parte %1.</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <comment>when</comment>
        <translation>Comprobada %1.</translation>
    </message>
    <message>
        <source>%1 A check goes on with the other blocks.</source>
        <translation>%1 Una comprobación continúa con los demás bloques.</translation>
    </message>
    <message>
        <source>%1 Everything else can be extracted.</source>
        <translation>%1 Todo lo demás se puede extraer.</translation>
    </message>
    <message>
        <source>Stopped. What was checked so far is kept, and the next check goes on from there.</source>
        <translation>Se detuvo. Lo comprobado hasta ahora se conserva, y la próxima comprobación continúa desde ahí.</translation>
    </message>
    <message numerus="yes">
        <source>No damage was found, but %n block(s) can&apos;t be checked, because their codec has no check.</source>
        <translation>
            <numerusform>No se encontraron daños, pero %n bloque no se puede comprobar, porque su códec carece de suma de comprobación.</numerusform>
            <numerusform>No se encontraron daños, pero %n bloques no se pueden comprobar, porque su códec carece de suma de comprobación.</numerusform>
        </translation>
    </message>
    <message>
        <source>File&amp;s</source>
        <translation>Arc&amp;hivos</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::Job</name>
    <message>
        <source>Waits for the job before it.</source>
        <translation>Espera a la tarea anterior.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>faltan %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::JobQueue</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: started.</source>
        <translation>%1: ha comenzado.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::JobRow</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation>Progreso: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, and for which job</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Con %1</translation>
    </message>
    <message>
        <source>Copy the command for a terminal</source>
        <translation>Copiar el comando para una terminal</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when a job ended, and how</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::JobStrip</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation>Progreso: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, and for which job</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::JobsPopover</name>
    <message>
        <source>No job is running.</source>
        <translation>No hay ninguna tarea en curso.</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>Re&amp;gistro…</translation>
    </message>
    <message>
        <source>Remove &amp;ended</source>
        <translation>Q&amp;uitar las terminadas</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Lo ocurrido</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Aún no ha ocurrido nada.</translation>
    </message>
    <message>
        <source>The log is kept in %1, also that of earlier days.</source>
        <translation>El registro se guarda en %1, también el de días anteriores.</translation>
    </message>
    <message>
        <source>The log can&apos;t be kept in %1: %2</source>
        <translation>El registro no se puede guardar en %1: %2</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Guardar el registro</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>Página de &amp;inicio</translation>
    </message>
    <message>
        <source>&amp;Build an image of a folder…</source>
        <translation>&amp;Crear una imagen de una carpeta…</translation>
    </message>
    <message>
        <source>Build an image of a &amp;file…</source>
        <translation>Crear una imagen de un a&amp;rchivo…</translation>
    </message>
    <message>
        <source>&amp;Open an image…</source>
        <translation>&amp;Abrir una imagen…</translation>
    </message>
    <message>
        <source>&amp;Export the content…</source>
        <translation>&amp;Exportar el contenido…</translation>
    </message>
    <message>
        <source>&amp;Convert to another version…</source>
        <translation>Con&amp;vertir a otra versión…</translation>
    </message>
    <message>
        <source>Save the &amp;map as a picture…</source>
        <translation>Guardar el mapa como &amp;gráfico…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Next damage</source>
        <translation>Daño &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous damage</source>
        <translation>Daño ant&amp;erior</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>&amp;Azul</translation>
    </message>
    <message>
        <source>&amp;Violet to yellow</source>
        <translation>De &amp;violeta a amarillo</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Alto &amp;contraste</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About Cloopsmith</source>
        <translation>&amp;Acerca de Cloopsmith</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Tareas</translation>
    </message>
    <message>
        <source>Jobs of Cloopsmith are still working.</source>
        <translation>Cloopsmith aún tiene tareas en curso.</translation>
    </message>
    <message>
        <source>&amp;Jobs (%1)</source>
        <translation>&amp;Tareas (%1)</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>a job and how far it is</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cloopsmith</source>
        <translation>Cloopsmith</translation>
    </message>
    <message>
        <source>%1 – Cloopsmith</source>
        <translation>%1 – Cloopsmith</translation>
    </message>
    <message>
        <source>Open an image</source>
        <translation>Abrir una imagen</translation>
    </message>
    <message>
        <source>Images and discs (*.cloop *.iso *.000 *.a0 KNOPPIX*);;All files (*)</source>
        <translation>Imágenes y discos (*.cloop *.iso *.000 *.a0 KNOPPIX*);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Build an image of this folder</source>
        <translation>Crear una imagen de esta carpeta</translation>
    </message>
    <message>
        <source>Build an image of this file</source>
        <translation>Crear una imagen de este archivo</translation>
    </message>
    <message>
        <source>Discs and archives (*.iso *.img *.tar *.tar.* *.tgz *.zip *.7z);;All files (*)</source>
        <translation>Discos y archivos comprimidos (*.iso *.img *.tar *.tar.* *.tgz *.zip *.7z);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>About Cloopsmith</source>
        <translation>Acerca de Cloopsmith</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Cloopsmith %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Makes compressed disc images, shows every block of them, and brings out of damaged ones what can be had.&lt;/p&gt;&lt;p&gt;Free software: GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Cloopsmith %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Crea imágenes de disco comprimidas, muestra todos sus bloques y extrae de las dañadas lo que se pueda recuperar.&lt;/p&gt;&lt;p&gt;Software libre: Licencia Pública General de GNU, versión 3 o posterior.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>Abriendo %1…</translation>
    </message>
    <message>
        <source>%1: the part %2 seems to be missing. Put it beside the others.</source>
        <translation>%1: parece que falta la parte %2. Póngala junto a las demás.</translation>
    </message>
    <message>
        <source>%1 is a disc with an image on it, which is shown here: %2</source>
        <translation>%1 es un disco que contiene una imagen; aquí se muestra esta: %2</translation>
    </message>
    <message>
        <source>Drop one file or folder of this computer, or all parts of one image.</source>
        <translation>Suelte un archivo o una carpeta de este equipo, o todas las partes de una imagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not done. Stop and leave? Nothing half-made is kept.</source>
        <translation>
            <numerusform>Queda %n tarea sin terminar. ¿Detenerla y salir? No se conserva nada a medio hacer.</numerusform>
            <numerusform>Quedan %n tareas sin terminar. ¿Detenerlas y salir? No se conserva nada a medio hacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;HA-256 of the image</source>
        <translation>S&amp;HA-256 de la imagen</translation>
    </message>
    <message>
        <source>Compare &amp;with a SHA-256 file…</source>
        <translation>Com&amp;parar con un archivo SHA-256…</translation>
    </message>
    <message>
        <source>&amp;Opened image</source>
        <translation>Ima&amp;gen abierta</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Crear</translation>
    </message>
    <message>
        <source>Co&amp;lours of the map</source>
        <translation>C&amp;olores del mapa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Build an image of it</source>
        <translation>Crear una imagen con él</translation>
    </message>
    <message>
        <source>%1 is being checked. Stop that and show %2?</source>
        <translation>Se está comprobando %1. ¿Detenerlo y mostrar %2?</translation>
    </message>
    <message>
        <source>Build an image of the disc instead</source>
        <translation>Crear en su lugar una imagen del disco</translation>
    </message>
    <message>
        <source>Chec&amp;k every block</source>
        <translation>Compro&amp;bar todos los bloques</translation>
    </message>
    <message>
        <source>No further damage is known. A check looks at every block.</source>
        <translation>No se conocen más daños. Una comprobación examina todos los bloques.</translation>
    </message>
    <message>
        <source>There is no further damage.</source>
        <translation>No hay más daños.</translation>
    </message>
    <message>
        <source>%1 ends before its last block does: it was cut short. Fetch the rest of it; what is there can be brought out.</source>
        <translation>%1 termina antes que su último bloque: el archivo está cortado. Obtenga el resto; lo que hay se puede recuperar.</translation>
    </message>
    <message>
        <source>%1: the part %2 is shorter than the others. Fetch it again.</source>
        <translation>%1: la parte %2 es más corta que las demás. Descárguela de nuevo.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Detener y salir</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir recien&amp;tes</translation>
    </message>
    <message>
        <source>Open &amp;disc</source>
        <translation>Abrir &amp;disco</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a file and its folder</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a disc and its drive</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Close the image</source>
        <translation>C&amp;errar la imagen</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Imagen</translation>
    </message>
    <message>
        <source>E&amp;xtract…</source>
        <translation>E&amp;xtraer…</translation>
    </message>
    <message>
        <source>Continue a check from its map &amp;file…</source>
        <translation>Continuar una comprobación desde su archivo de &amp;mapa…</translation>
    </message>
    <message>
        <source>&amp;Import the map of a copied disc (ddrescue)…</source>
        <translation>&amp;Importar el mapa de un disco copiado (ddrescue)…</translation>
    </message>
    <message>
        <source>&amp;Properties</source>
        <translation>P&amp;ropiedades</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>&amp;Fit the whole image</source>
        <translation>A&amp;justar la imagen entera</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read, because you have no right to read this drive: an administrator can add you to its group (most often &quot;cdrom&quot;).</source>
        <translation>No se puede leer %1, porque usted no tiene permiso para leer esta unidad: un administrador puede añadirle a su grupo (casi siempre «cdrom»).</translation>
    </message>
    <message>
        <source>&amp;Stop the check</source>
        <translation>&amp;Detener la comprobación</translation>
    </message>
    <message>
        <source>%1 is being checked. Stop that and close it?</source>
        <translation>Se está comprobando %1. ¿Detener la comprobación y cerrar?</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>A&amp;tajos de teclado</translation>
    </message>
    <message>
        <source>Moun&amp;t, or open its folder</source>
        <translation>Mo&amp;ntar, o abrir su carpeta</translation>
    </message>
    <message>
        <source>&amp;Unmount</source>
        <translation>De&amp;smontar</translation>
    </message>
    <message>
        <source>&amp;Mounted images</source>
        <translation>Imáge&amp;nes montadas</translation>
    </message>
    <message>
        <source>Kernel &amp;module…</source>
        <translation>&amp;Módulo del núcleo…</translation>
    </message>
    <message>
        <source>Mounted (%1)</source>
        <translation>Montadas (%1)</translation>
    </message>
    <message>
        <source>Mounted</source>
        <translation>Montadas</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>Lo&amp;g…</source>
        <translation>&amp;Registro…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>The guide can&apos;t be opened: it is not installed, or there is no browser.</source>
        <translation>No se puede abrir la guía: no está instalada o no hay navegador.</translation>
    </message>
    <message>
        <source>%1 is one part of a set, and the sandbox has none of the others. Choose the folder that has them.</source>
        <translation>%1 es una parte de un conjunto, y el entorno aislado no tiene las demás. Elija la carpeta que las contiene.</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Elegir la carpeta…</translation>
    </message>
    <message>
        <source>The folder with all parts</source>
        <translation>La carpeta con todas las partes</translation>
    </message>
    <message>
        <source>Write the content to a &amp;stick…</source>
        <translation>Escribir el &amp;contenido en una memoria USB…</translation>
    </message>
    <message>
        <source>%1 does not answer, and was given up.</source>
        <translation>%1 no responde y se ha abandonado.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MapLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Leyenda: %1</translation>
    </message>
    <message>
        <source>stored in 0 to 100 %</source>
        <translation>ocupa del 0 al 100 %</translation>
    </message>
    <message>
        <source>%1 sound</source>
        <translation>sanos: %1</translation>
    </message>
    <message>
        <source>%1 damaged</source>
        <translation>dañados: %1</translation>
    </message>
    <message>
        <source>%1 unreadable</source>
        <translation>ilegibles: %1</translation>
    </message>
    <message>
        <source>%1 unverifiable</source>
        <translation>no verificables: %1</translation>
    </message>
    <message>
        <source>%1 not stored yet</source>
        <translation>%1 aún sin crear</translation>
    </message>
    <message>
        <source>%1 not checked</source>
        <translation>sin comprobar: %1</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MapPanel</name>
    <message>
        <source>First block top left, in rows</source>
        <translation>Primer bloque arriba a la izquierda, en filas</translation>
    </message>
    <message>
        <source>As a spiral, as on a disc</source>
        <translation>Como espiral, igual que en un disco</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Fit the whole image</source>
        <translation>Ajustar la imagen entera</translation>
    </message>
    <message>
        <source>From the inside to the edge, as a drive reads it</source>
        <translation>Del interior al borde, como lee una unidad</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MapView</name>
    <message>
        <source>Block map</source>
        <translation>Mapa de bloques</translation>
    </message>
    <message>
        <source>Block %1, %2. %3</source>
        <comment>number, state, the whole map</comment>
        <translation>Bloque %1, %2. %3</translation>
    </message>
    <message>
        <source>%1 blocks: %2 sound, %3 damaged, %4 unreadable, %5 unverifiable, %6 not checked</source>
        <translation>Bloques: %1; sanos: %2, dañados: %3, ilegibles: %4, no verificables: %5, sin comprobar: %6</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ModuleDialog</name>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Instalar</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>&amp;Cargar</translation>
    </message>
    <message>
        <source>&amp;Unload</source>
        <translation>&amp;Descargar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Kernel module</source>
        <translation>Módulo del núcleo</translation>
    </message>
    <message>
        <source>Nobody needs the kernel module to look into an image, or to mount one. With it, the kernel itself reads images: as discs /dev/cloop0 and so on, without a program that has to keep running.</source>
        <translation>Nadie necesita el módulo del núcleo para mirar dentro de una imagen o para montarla. Con él, el propio núcleo lee las imágenes: como discos /dev/cloop0 etcétera, sin un programa que tenga que seguir en marcha.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
    <message>
        <source>What was run, and what it wrote</source>
        <translation>Lo que se ejecutó, y lo que escribió</translation>
    </message>
    <message>
        <source>Copy the lo&amp;g</source>
        <translation>Copiar el re&amp;gistro</translation>
    </message>
    <message>
        <source>The work goes on when this is closed; only its log is lost.</source>
        <translation>El trabajo sigue aunque esto se cierre; solo se pierde su registro.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MountedRow</name>
    <message>
        <source>by the kernel module</source>
        <translation>por el módulo del núcleo</translation>
    </message>
    <message>
        <source>by FUSE and a loop device</source>
        <translation>por FUSE y un dispositivo loop</translation>
    </message>
    <message>
        <source>as a tree, by FUSE</source>
        <translation>como árbol, por FUSE</translation>
    </message>
    <message>
        <source>%1, not mounted</source>
        <comment>a device</comment>
        <translation>%1, sin montar</translation>
    </message>
    <message>
        <source>of the user %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>An unknown image</source>
        <translation>Una imagen desconocida</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, and for which image</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Unmounting…</source>
        <translation>Desmontando…</translation>
    </message>
    <message>
        <source>Unmount</source>
        <translation>Desmontar</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::Mounting</name>
    <message numerus="yes">
        <source>%n block(s) of %1 are damaged. Programs that read a file in them get an error.</source>
        <translation>
            <numerusform>%n bloque de %1 está dañado. Los programas que lean un archivo en él reciben un error.</numerusform>
            <numerusform>%n bloques de %1 están dañados. Los programas que lean un archivo en ellos reciben un error.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount a damaged image</source>
        <translation>Montar una imagen dañada</translation>
    </message>
    <message>
        <source>As a tree, all that is sound can be read. Mounted by the kernel, some of what lies beside the damage would be lost too.</source>
        <translation>Como árbol, se puede leer todo lo que está sano. Montada por el núcleo, también se perdería parte de lo que está junto al daño.</translation>
    </message>
    <message>
        <source>&amp;Show the tree</source>
        <translation>&amp;Mostrar el árbol</translation>
    </message>
    <message>
        <source>&amp;Mount</source>
        <translation>&amp;Montar</translation>
    </message>
    <message>
        <source>%1 is mounted as a tree of its files. %2</source>
        <translation>%1 se ha montado como árbol de sus archivos. %2</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copiar la orden</translation>
    </message>
    <message>
        <source>Mounted, outside of the sandbox: open %1 in the file manager.</source>
        <translation>Montada, fuera del entorno aislado: abra %1 en el gestor de archivos.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MountsPopover</name>
    <message>
        <source>Mounted images</source>
        <translation>Imágenes montadas</translation>
    </message>
    <message>
        <source>No image is mounted.</source>
        <translation>No hay ninguna imagen montada.</translation>
    </message>
    <message>
        <source>&amp;Kernel module…</source>
        <translation>&amp;Módulo del núcleo…</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::OutputChoice</name>
    <message>
        <source>&amp;Write to</source>
        <translation>Escri&amp;bir en</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>The name needs its folder: begin with /, or choose the place.</source>
        <translation>Al nombre le falta la carpeta: empiece con /, o elija el lugar.</translation>
    </message>
    <message>
        <source>This place lies inside the source: the image would contain itself. Choose another one.</source>
        <translation>Este lugar está dentro del origen: la imagen se contendría a sí misma. Elija otro.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>Hay %1 libres.</translation>
    </message>
    <message>
        <source>The image needs about %1, and %2 are free.</source>
        <translation>La imagen necesita unos %1, y hay %2 libres.</translation>
    </message>
    <message>
        <source>Write the image to</source>
        <translation>Escribir la imagen en</translation>
    </message>
    <message>
        <source>cloop images (*.cloop);;All files (*)</source>
        <translation>Imágenes cloop (*.cloop);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 exists already, so this name has a number.</source>
        <translation>%1 ya existe, por eso este nombre lleva un número.</translation>
    </message>
    <message>
        <source>ISO images (*.iso);;All files (*)</source>
        <translation>Imágenes ISO (*.iso);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>This place does not answer. Its network may be out of reach.</source>
        <translation>Este lugar no responde. Puede que su red no esté accesible.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::PathEdit</name>
    <message>
        <source>Choose the folder for %1, and for what comes beside it</source>
        <translation>Elegir la carpeta para %1 y para lo que va junto a ella</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::PreviewWindow</name>
    <message>
        <source>Content of the file</source>
        <translation>Contenido del archivo</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>%1 of it is lost and shown as zeros</source>
        <translation>perdido y mostrado como ceros: %1</translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation>solo se muestra el comienzo</translation>
    </message>
    <message>
        <source>&amp;Extract…</source>
        <translation>&amp;Extraer…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <comment>of a picture</comment>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>not text: its bytes are shown</source>
        <translation>no es texto: se muestran sus bytes</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::PropertiesDialog</name>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Damaged head</source>
        <translation>Cabecera dañada</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Interior</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Files inside</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>%1 of the blocks, %2</source>
        <translation>%1 de los bloques, %2</translation>
    </message>
    <message>
        <source>Properties of %1</source>
        <translation>Propiedades de %1</translation>
    </message>
    <message>
        <source>How far the blocks shrank</source>
        <translation>Cuánto se redujeron los bloques</translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation>Códecs</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::RecentRow</name>
    <message>
        <source>Remove %1 from the list</source>
        <translation>Quitar %1 de la lista</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>cambiado desde entonces</translation>
    </message>
    <message>
        <source>checked: whole</source>
        <translation>comprobada: sana</translation>
    </message>
    <message>
        <source>checked: no damage found</source>
        <translation>comprobada: sin daños encontrados</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>Mount %1</source>
        <translation>Montar %1</translation>
    </message>
    <message>
        <source>checked in part</source>
        <translation>comprobada en parte</translation>
    </message>
    <message>
        <source>Mount: show what is inside as a folder, read-only</source>
        <translation>Montar: muestra el contenido como una carpeta, de solo lectura</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ResultCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, in the log</source>
        <translation>
            <numerusform>y %n más, en el registro</numerusform>
            <numerusform>y %n más, en el registro</numerusform>
        </translation>
    </message>
    <message>
        <source>Build &amp;without them</source>
        <translation>Crear sin e&amp;llas</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>A&amp;brir</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>&amp;Copy SHA-256 of the image</source>
        <translation>Copiar el SHA-25&amp;6 de la imagen</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificada</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>No verificada</translation>
    </message>
    <message>
        <source>%1, which is %2 of it</source>
        <translation>%1, que es el %2</translation>
    </message>
    <message>
        <source>SHA-256 of the content</source>
        <translation>SHA-256 del contenido</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the source could not be read, and are missing or zeros:</source>
        <translation>
            <numerusform>No se pudo leer %n parte del origen, que falta o son ceros:</numerusform>
            <numerusform>No se pudieron leer %n partes del origen, que faltan o son ceros:</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Not built</source>
        <translation>No creada</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>No se guardó nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the source can&apos;t be read:</source>
        <translation>
            <numerusform>No se puede leer %n parte del origen:</numerusform>
            <numerusform>No se pueden leer %n partes del origen:</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 of the image</source>
        <translation>SHA-256 de la imagen</translation>
    </message>
    <message>
        <source>&amp;Build another</source>
        <translation>&amp;Crear otra</translation>
    </message>
    <message>
        <source>Change the &amp;choices</source>
        <translation>Cambiar las &amp;opciones</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of the old image were lost, with zeros in their place.</source>
        <translation>
            <numerusform>Se perdió %n bloque de la imagen original, con ceros en su lugar.</numerusform>
            <numerusform>Se perdieron %n bloques de la imagen original, con ceros en su lugar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its SHA-256 could not be written into a file: %1</source>
        <translation>Su SHA-256 no se pudo escribir en un archivo: %1</translation>
    </message>
    <message>
        <source>Starts kernel %1 by BIOS and UEFI.</source>
        <translation>Arranca el núcleo %1 por BIOS y UEFI.</translation>
    </message>
    <message>
        <source>Secure Boot may be on.</source>
        <translation>Secure Boot puede estar activado.</translation>
    </message>
    <message>
        <source>Secure Boot must be off.</source>
        <translation>Secure Boot debe estar desactivado.</translation>
    </message>
    <message>
        <source>Tr&amp;y it in a window</source>
        <translation>&amp;Probarlo en una ventana</translation>
    </message>
    <message>
        <source>QEMU starts the disc as a computer would.</source>
        <translation>QEMU arranca el disco como lo haría un equipo.</translation>
    </message>
    <message>
        <source>%1; the disc has %2</source>
        <translation>%1; el disco tiene %2</translation>
    </message>
    <message>
        <source>The system is read by cloop-fuse, without a kernel module of cloop.</source>
        <translation>cloop-fuse lee el sistema, sin módulo del núcleo de cloop.</translation>
    </message>
    <message>
        <source>Wr&amp;ite to a stick…</source>
        <translation>Escr&amp;ibir en una memoria USB…</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ScanJob</name>
    <message>
        <source>No damage was found.</source>
        <translation>No se encontraron daños.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are lost.</source>
        <translation>
            <numerusform>Se perdió %n bloque.</numerusform>
            <numerusform>Se perdieron %n bloques.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Another block</source>
        <translation>Otro bloque</translation>
    </message>
    <message>
        <source>Next and previous damaged block</source>
        <translation>Bloque dañado siguiente y anterior</translation>
    </message>
    <message>
        <source>Zoom in, out, the whole image</source>
        <translation>Acercar, alejar, la imagen entera</translation>
    </message>
    <message>
        <source>Zoom under the pointer</source>
        <translation>Acercar bajo el puntero</translation>
    </message>
    <message>
        <source>Ctrl and the wheel</source>
        <translation>Ctrl y la rueda</translation>
    </message>
    <message>
        <source>The block&apos;s details</source>
        <translation>Los detalles del bloque</translation>
    </message>
    <message>
        <source>No block</source>
        <translation>Ningún bloque</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>En la ventana</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>En el mapa</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::SourceChoices</name>
    <message>
        <source>Leave out what is mou&amp;nted inside</source>
        <translation>Omitir lo que &amp;está montado dentro</translation>
    </message>
    <message>
        <source>&amp;All files belong to root</source>
        <translation>Todos los archivos son de root</translation>
    </message>
    <message>
        <source>One pattern a line: *.o leaves out such names in every folder, /var/cache that one place, counted from the root of the source. A slash at the end means folders only. Lines that begin with # are comments.</source>
        <translation>Un patrón por línea: *.o omite esos nombres en todas las carpetas, /var/cache solo ese lugar, contado desde la raíz del origen. Una barra al final significa solo carpetas. Las líneas que empiezan por # son comentarios.</translation>
    </message>
    <message>
        <source>Other file systems, such as /proc and /sys of a running system, stay as empty folders.</source>
        <translation>Otros sistemas de archivos, como /proc y /sys de un sistema en marcha, quedan como carpetas vacías.</translation>
    </message>
    <message>
        <source>Label of the volume</source>
        <translation>Etiqueta del volumen</translation>
    </message>
    <message>
        <source>Leave ou&amp;t</source>
        <translation>O&amp;mitir</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>Patterns of what to leave out</source>
        <translation>Patrones de lo que se omite</translation>
    </message>
    <message>
        <source>Owner and group become 0, as in a system that is installed.</source>
        <translation>El propietario y el grupo pasan a ser 0, como en un sistema instalado.</translation>
    </message>
    <message>
        <source>ISO 9660: every system reads it</source>
        <translation>ISO 9660: lo lee cualquier sistema</translation>
    </message>
    <message>
        <source>EROFS: for Linux, with all that it keeps of a file</source>
        <translation>EROFS: para Linux, con todo lo que guarda de un archivo</translation>
    </message>
    <message>
        <source>EROFS keeps extended attributes, access lists and capabilities too. Linux reads it from version 5.4 on.</source>
        <translation>EROFS conserva también los atributos extendidos, las listas de acceso y las capacidades. Linux lo lee desde la versión 5.4.</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Sistema de archivos</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::SpiralView</name>
    <message>
        <source>The image as a spiral on a disc</source>
        <translation>La imagen como espiral en un disco</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::StartPage</name>
    <message>
        <source>Opened before</source>
        <translation>Abiertas anteriormente</translation>
    </message>
    <message>
        <source>&amp;Open an image…</source>
        <translation>A&amp;brir una imagen…</translation>
    </message>
    <message>
        <source>&amp;Build from a folder…</source>
        <translation>&amp;Crear a partir de una carpeta…</translation>
    </message>
    <message>
        <source>All its files become one compressed image.</source>
        <translation>Todos sus archivos pasan a ser una imagen comprimida.</translation>
    </message>
    <message>
        <source>Compresses an ISO, what is packed in a tar, zip or 7z, or any file.</source>
        <translation>Comprime una ISO, el contenido de un tar, zip o 7z, o cualquier archivo.</translation>
    </message>
    <message>
        <source>Shows its blocks and its files, and checks it for damage.</source>
        <translation>Muestra sus bloques y archivos, y busca daños.</translation>
    </message>
    <message>
        <source>Disc in the drive</source>
        <translation>Disco en la unidad</translation>
    </message>
    <message>
        <source>Disc in the drive: %1</source>
        <translation>Disco en la unidad: %1</translation>
    </message>
    <message>
        <source>Build from an I&amp;SO, archive or file…</source>
        <translation>Crear a partir de una I&amp;SO, un archivo comprimido u otro…</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::StickDialog</name>
    <message>
        <source>&amp;Keep what is written while it runs, in a partition on the rest</source>
        <translation>&amp;Conservar lo que se escriba mientras funciona, en una partición del resto</translation>
    </message>
    <message>
        <source>Write to a stick</source>
        <translation>Escribir en una memoria USB</translation>
    </message>
    <message>
        <source>%1, %2. It is written to the whole stick, read back and compared.</source>
        <translation>%1, %2. Se escribe en toda la memoria USB, se vuelve a leer y se compara.</translation>
    </message>
    <message>
        <source>An entry of a live disc&apos;s menu uses it. The stick starts without it, too.</source>
        <translation>La usa una entrada del menú de un disco autónomo. La memoria USB arranca también sin ella.</translation>
    </message>
    <message>
        <source>&amp;Stick</source>
        <translation>&amp;Memoria USB</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>&amp;Escribir…</translation>
    </message>
    <message>
        <source>No stick and no memory card is here. Put one in.</source>
        <translation>Aquí no hay ninguna memoria USB ni tarjeta. Inserte una.</translation>
    </message>
    <message>
        <source>It is too small, by %1.</source>
        <translation>Es demasiado pequeña: faltan %1.</translation>
    </message>
    <message>
        <source>All that is on it will be lost.</source>
        <translation>Se perderá todo lo que hay en ella.</translation>
    </message>
    <message>
        <source>All that is on %1 will be lost.</source>
        <translation>Se perderá todo lo que hay en %1.</translation>
    </message>
    <message>
        <source>Write to this stick</source>
        <translation>Escribir en esta memoria</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::SumDialog</name>
    <message>
        <source>&amp;Save beside the image</source>
        <translation>&amp;Guardar junto a la imagen</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 de %1</translation>
    </message>
    <message>
        <source>The sum is saved: %1</source>
        <translation>La suma está guardada: %1</translation>
    </message>
    <message>
        <source>Write %1, which sha256sum -c reads</source>
        <translation>Escribir %1, que lee sha256sum -c</translation>
    </message>
    <message>
        <source>SHA-256 files</source>
        <translation>Archivos SHA-256</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::SumLine</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Makes compressed disc images, and looks into them.</source>
        <translation>Crea imágenes de disco comprimidas y permite examinarlas.</translation>
    </message>
    <message>
        <source>An image to open, or what to build one from.</source>
        <translation>Una imagen que abrir, o aquello con lo que crear una.</translation>
    </message>
    <message>
        <source>Ask for a folder to build an image of.</source>
        <translation>Preguntar de qué carpeta crear una imagen.</translation>
    </message>
    <message>
        <source>Ask for an image to open.</source>
        <translation>Preguntar qué imagen abrir.</translation>
    </message>
    <message>
        <source>Mount the image, and open its folder.</source>
        <translation>Montar la imagen y abrir su carpeta.</translation>
    </message>
    <message>
        <source>Cloopsmith</source>
        <translation>Cloopsmith</translation>
    </message>
</context>
</TS>
