<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AskPath</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1 gibt es schon. Soll es ersetzt werden?</translation>
    </message>
    <message>
        <source>There is probably not enough room on the disc: about %1 are needed, %2 are free. Begin all the same?</source>
        <translation>Auf dem Datenträger ist wahrscheinlich nicht genug Platz: etwa %1 sind nötig, %2 sind frei. Trotzdem beginnen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
</context>
<context>
    <name>AskVerb</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The work of %1 would be lost. Stop it?</source>
        <translation>Die Arbeit von %1 ginge verloren. Trotzdem abbrechen?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>BuildTask</name>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>Ausgabe: %1</translation>
    </message>
    <message>
        <source>Options: %1</source>
        <translation>Optionen: %1</translation>
    </message>
</context>
<context>
    <name>ClusterUse</name>
    <message numerus="yes">
        <source>%1: %n thread(s), %2/s, for %3</source>
        <comment>a computer that helps</comment>
        <translation>
            <numerusform>%1: %n Thread, %2/s, seit %3</numerusform>
            <numerusform>%1: %n Threads, %2/s, seit %3</numerusform>
        </translation>
    </message>
    <message>
        <source>No other computer helps yet.</source>
        <translation>Noch hilft kein anderer Computer.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>the kernel module attaches no image inside an ISO</source>
        <translation>Das Kernelmodul schließt kein Abbild innerhalb eines ISO an</translation>
    </message>
    <message>
        <source>only root mounts more than the tree at a folder. Leave out the folder, or --way</source>
        <translation>Nur root hängt in einen Ordner mehr ein als den Baum. Lassen Sie den Ordner weg, oder --way</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>ABBILD</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>AUSGABE</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>MAP</source>
        <translation>MAP</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>PFAD</translation>
    </message>
    <message>
        <source>PATH... DEST</source>
        <translation>PFAD... ZIEL</translation>
    </message>
    <message>
        <source>DEVICE</source>
        <translation>GERÄT</translation>
    </message>
    <message>
        <source>MOUNTED</source>
        <translation>EINGEHÄNGTES</translation>
    </message>
    <message>
        <source>ATTACHED</source>
        <translation>ANGESCHLOSSENES</translation>
    </message>
    <message>
        <source>TARGET</source>
        <translation>ZIEL</translation>
    </message>
    <message>
        <source>DISK</source>
        <translation>DATENTRÄGER</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>GRÖSSE</translation>
    </message>
    <message>
        <source>BYTES</source>
        <translation>BYTES</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SEKUNDEN</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>WORTE</translation>
    </message>
    <message>
        <source>PATTERN</source>
        <translation>MUSTER</translation>
    </message>
    <message>
        <source>its head is damaged, and the kernel takes it as it stands. %1 cloop convert makes a sound image of it</source>
        <translation>Der Kopf ist beschädigt, und der Kernel nimmt ihn, wie er ist. %1 cloop convert macht daraus ein heiles Abbild</translation>
    </message>
    <message>
        <source>blocks of %1 are larger than the kernel takes. cloop convert -B 4M makes smaller ones</source>
        <translation>Blöcke von %1 sind größer, als der Kernel sie nimmt. cloop convert -B 4M macht kleinere</translation>
    </message>
    <message>
        <source>a split set is attached as a whole. Leave out --offset, --sizelimit and --partscan</source>
        <translation>Ein geteiltes Abbild wird als Ganzes angeschlossen. Lassen Sie --offset, --sizelimit und --partscan weg</translation>
    </message>
    <message>
        <source>%1 is not a number of bytes such as 32K or 32768</source>
        <translation>%1 ist keine Zahl von Bytes wie 32K oder 32768</translation>
    </message>
    <message>
        <source>the image comes first: cloop attach %1 %2</source>
        <translation>Das Abbild kommt zuerst: cloop attach %1 %2</translation>
    </message>
    <message>
        <source>a device, --offset, --sizelimit and --partscan need the kernel module. Leave them out, or --way fuse</source>
        <translation>Ein Gerät, --offset, --sizelimit und --partscan brauchen das Kernelmodul. Lassen Sie sie weg, oder --way fuse</translation>
    </message>
    <message>
        <source>it is in use, and is detached when the last user closes it, as unmounting does.</source>
        <translation>Es ist in Gebrauch und wird abgetrennt, wenn der letzte Benutzer es schließt, etwa beim Aushängen.</translation>
    </message>
    <message>
        <source>Give an image a device of the kernel, for mount -r, and print its name</source>
        <translation>Einem Abbild ein Gerät des Kernels geben, für mount -r, und dessen Namen ausgeben</translation>
    </message>
    <message>
        <source>An image, a part of a split set, or a drive with an image on it</source>
        <translation>Ein Abbild, ein Teil eines geteilten Abbilds, oder ein Laufwerk mit einem Abbild darin</translation>
    </message>
    <message>
        <source>The device (default: the first that is free)</source>
        <translation>Das Gerät (Vorgabe: das erste freie)</translation>
    </message>
    <message>
        <source>Where the image begins in the file, such as 32K</source>
        <translation>Wo das Abbild in der Datei beginnt, etwa 32K</translation>
    </message>
    <message>
        <source>How much of the file belongs to it</source>
        <translation>Wie viel von der Datei dazugehört</translation>
    </message>
    <message>
        <source>How: by the kernel module, or by FUSE and a loop device</source>
        <translation>Wie: durch das Kernelmodul, oder durch FUSE und ein Loop-Gerät</translation>
    </message>
    <message>
        <source>Look for partitions inside</source>
        <translation>Darin nach Partitionen suchen</translation>
    </message>
    <message>
        <source>Detach devices; one in use goes when its last user closes it</source>
        <translation>Geräte abtrennen; ein benutztes verschwindet erst, wenn sein letzter Benutzer es schließt</translation>
    </message>
    <message>
        <source>Devices, or the images that are attached to them</source>
        <translation>Geräte, oder die Abbilder, die daran angeschlossen sind</translation>
    </message>
    <message>
        <source>All devices of the kernel module</source>
        <translation>Alle Geräte des Kernelmoduls</translation>
    </message>
    <message>
        <source>the name of a device, or --all, is missing</source>
        <translation>Der Name eines Geräts, oder --all, fehlt</translation>
    </message>
    <message>
        <source>it is too small to measure with. Name a file of 64 KiB or more</source>
        <translation>Das ist zu klein, um damit zu messen. Nennen Sie eine Datei von mindestens 64 KiB</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>dieses Programm</translation>
    </message>
    <message>
        <source>, blocks of 64 KiB, one thread, MB of CPU time
  encoder      ratio   compress MB/s   decompress MB/s
</source>
        <translation>, Blöcke von 64 KiB, ein Thread, MB je CPU-Sekunde
  Encoder      Anteil  Packen   MB/s   Entpacken   MB/s
</translation>
    </message>
    <message>
        <source>Measure each encoder on this machine: ratio, and speed both ways</source>
        <translation>Jeden Encoder auf diesem Rechner messen: Anteil, und Tempo in beiden Richtungen</translation>
    </message>
    <message>
        <source>What to measure with (default: this program itself)</source>
        <translation>Womit gemessen wird (Vorgabe: dieses Programm selbst)</translation>
    </message>
    <message>
        <source>The same versions of the encoders write the same bytes:</source>
        <translation>Gleiche Versionen der Encoder schreiben gleiche Bytes:</translation>
    </message>
    <message>
        <source>the command %1 does not exist</source>
        <translation>Den Befehl %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Show what a command does, its arguments and its options</source>
        <translation>Zeigen, was ein Befehl tut, seine Argumente und seine Optionen</translation>
    </message>
    <message>
        <source>The command; without it, all commands are listed</source>
        <translation>Der Befehl; ohne ihn werden alle Befehle aufgezählt</translation>
    </message>
    <message>
        <source>cloop --help lists them</source>
        <translation>cloop --help zählt sie auf</translation>
    </message>
    <message>
        <source>a command is missing</source>
        <translation>Ein Befehl fehlt</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 does not belong here</source>
        <translation>%1 gehört nicht hierher</translation>
    </message>
    <message>
        <source>%1 do not belong here</source>
        <translation>%1 gehören nicht hierher</translation>
    </message>
    <message>
        <source>%1 takes a value (%2), which is missing</source>
        <translation>%1 braucht einen Wert (%2), und der fehlt</translation>
    </message>
    <message>
        <source>%1 takes a number, which %2 is not</source>
        <translation>%1 braucht eine Zahl, und %2 ist keine</translation>
    </message>
    <message>
        <source>%1 and %2 can&apos;t be given together</source>
        <translation>%1 und %2 gehen nicht zusammen</translation>
    </message>
    <message>
        <source>%1 works only with %2</source>
        <translation>%1 geht nur mit %2</translation>
    </message>
    <message>
        <source>Compressed disc images: make them, look into them, bring out what is in them, also past damage</source>
        <translation>Komprimierte Abbilder von Datenträgern: sie machen, in sie hineinsehen, herausholen, was darin ist, auch an Schäden vorbei</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>Diese Hilfe zeigen</translation>
    </message>
    <message>
        <source>Show the versions of this program and of its encoders</source>
        <translation>Die Versionen des Programms und seiner Encoder zeigen</translation>
    </message>
    <message>
        <source>cloop help COMMAND shows the options of a command, man cloop describes all of them.</source>
        <translation>cloop help BEFEHL zeigt die Optionen eines Befehls, man cloop beschreibt sie alle.</translation>
    </message>
    <message>
        <source>man cloop-%1 tells more, and gives examples.</source>
        <translation>man cloop-%1 sagt mehr und gibt Beispiele.</translation>
    </message>
    <message>
        <source>cloop --help and cloop COMMAND --help show what there is</source>
        <translation>cloop --help und cloop BEFEHL --help zeigen, was es gibt</translation>
    </message>
    <message>
        <source>cloop convert --keep-going keeps the rest, with zeros in place of what is lost.</source>
        <translation>cloop convert --keep-going behält den Rest, mit Nullen an der Stelle des Verlorenen.</translation>
    </message>
    <message>
        <source>Make an image of another version, block size or codec out of an image</source>
        <translation>Aus einem Abbild eines mit anderer Version, Blockgröße oder anderem Codec machen</translation>
    </message>
    <message>
        <source>Image, part of a split set, drive, or ISO:PATH</source>
        <translation>Abbild, Teil eines geteilten Abbilds, Laufwerk, oder ISO:PFAD</translation>
    </message>
    <message>
        <source>The new image; - for standard output</source>
        <translation>Das neue Abbild; - für die Standardausgabe</translation>
    </message>
    <message>
        <source>Salvage: go on at lost blocks, with zeros in their place; exit status 2</source>
        <translation>Retten: an verlorenen Blöcken weitermachen, mit Nullen an ihrer Stelle; Rückgabewert 2</translation>
    </message>
    <message>
        <source>a block size is a multiple of 512 up to 64M, which %1 is not</source>
        <translation>Eine Blockgröße ist ein Vielfaches von 512 bis 64M, und %1 ist keines</translation>
    </message>
    <message>
        <source>--split takes a size above 2048 bytes such as 4G or 650M, which %1 is not</source>
        <translation>--split braucht eine Größe über 2048 Byte wie 4G oder 650M, und %1 ist keine</translation>
    </message>
    <message>
        <source>parts can&apos;t go to standard output. Name a file, or leave out --split</source>
        <translation>Teile können nicht in die Standardausgabe gehen. Nennen Sie eine Datei, oder lassen Sie --split weg</translation>
    </message>
    <message>
        <source>Bytes of a block, a multiple of 512 (default 64K)</source>
        <translation>Bytes eines Blocks, ein Vielfaches von 512 (Vorgabe 64K)</translation>
    </message>
    <message>
        <source>Version of the image (default v2, which every reader takes)</source>
        <translation>Version des Abbilds (Vorgabe v2, das jedes Programm liest)</translation>
    </message>
    <message>
        <source>How blocks are compressed (default deflate); best tries all</source>
        <translation>Wie Blöcke komprimiert werden (Vorgabe deflate); best versucht alle</translation>
    </message>
    <message>
        <source>How hard the encoder tries; deflate: 1 to 12 (default 6)</source>
        <translation>Wie gründlich der Encoder arbeitet; deflate: 1 bis 12 (Vorgabe 6)</translation>
    </message>
    <message>
        <source>Cut the image into parts NAME.000, NAME.001, … smaller than SIZE</source>
        <translation>Das Abbild in Teile NAME.000, NAME.001, … schneiden, die kleiner sind als GRÖSSE</translation>
    </message>
    <message>
        <source>Do not note the exact length in the preamble</source>
        <translation>Die genaue Länge nicht im Vorspann vermerken</translation>
    </message>
    <message>
        <source>Do not read the image back</source>
        <translation>Das Abbild nicht zurücklesen</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>, verified</source>
        <translation>, geprüft</translation>
    </message>
    <message>
        <source>SHA-256 of the content: </source>
        <translation>SHA-256 des Inhalts: </translation>
    </message>
    <message>
        <source>--archive works with standard input (-). A file is an archive by its name</source>
        <translation>--archive geht mit der Standardeingabe (-). Eine Datei ist durch ihren Namen ein Archiv</translation>
    </message>
    <message>
        <source>--label works with a folder or an archive as the source</source>
        <translation>--label geht mit einem Ordner oder einem Archiv als Quelle</translation>
    </message>
    <message>
        <source>--label names the volume that a folder or archive becomes, but %1 is taken as it is</source>
        <translation>--label benennt den Datenträger, der aus einem Ordner oder Archiv wird, doch %1 wird genommen, wie es ist</translation>
    </message>
    <message>
        <source>--size works with standard input (-) as the source</source>
        <translation>--size geht mit der Standardeingabe (-) als Quelle</translation>
    </message>
    <message>
        <source>--size takes a number of bytes, which %1 is not</source>
        <translation>--size braucht eine Zahl von Bytes, und %1 ist keine</translation>
    </message>
    <message>
        <source>Make an image of a folder, an ISO or any file, an archive, or standard input</source>
        <translation>Aus einem Ordner, einem ISO oder jeder Datei, einem Archiv, oder der Standardeingabe ein Abbild machen</translation>
    </message>
    <message>
        <source>Folder, ISO or any file, archive (.tar.*, .zip, .7z); - for standard input</source>
        <translation>Ordner, ISO oder jede Datei, Archiv (.tar.*, .zip, .7z); - für die Standardeingabe</translation>
    </message>
    <message>
        <source>The image; - for standard output</source>
        <translation>Das Abbild; - für die Standardausgabe</translation>
    </message>
    <message>
        <source>Name of the volume that a folder or archive becomes</source>
        <translation>Name des Datenträgers, der aus einem Ordner oder Archiv wird</translation>
    </message>
    <message>
        <source>Standard input is an archive; it waits in an unnamed file, since it is read twice</source>
        <translation>Die Standardeingabe ist ein Archiv; es wartet in einer unbenannten Datei, da es zweimal gelesen wird</translation>
    </message>
    <message>
        <source>How many bytes standard input will give</source>
        <translation>Wie viele Bytes die Standardeingabe geben wird</translation>
    </message>
    <message>
        <source>Go on where a file, or a part, of the source can&apos;t be read</source>
        <translation>Weitermachen, wo eine Datei der Quelle, oder ein Teil davon, nicht lesbar ist</translation>
    </message>
    <message>
        <source>block %1 can&apos;t be compared: lost in one or both</source>
        <translation>Block %1 ist nicht vergleichbar: in einem oder beiden verloren</translation>
    </message>
    <message>
        <source>block %1 differs</source>
        <translation>Block %1 ist verschieden</translation>
    </message>
    <message>
        <source>blocks %1 to %2 can&apos;t be compared: lost in one or both</source>
        <translation>Blöcke %1 bis %2 sind nicht vergleichbar: in einem oder beiden verloren</translation>
    </message>
    <message>
        <source>blocks %1 to %2 differ</source>
        <translation>Blöcke %1 bis %2 sind verschieden</translation>
    </message>
    <message>
        <source>the contents have %1 and %2 bytes</source>
        <translation>die Inhalte haben %1 und %2 Byte</translation>
    </message>
    <message>
        <source>files in these blocks:</source>
        <translation>Dateien in diesen Blöcken:</translation>
    </message>
    <message>
        <source>Which blocks and files of two images differ; exit status 1 where any do</source>
        <translation>Welche Blöcke und Dateien zweier Abbilder verschieden sind; Rückgabewert 1, wo es welche gibt</translation>
    </message>
    <message>
        <source>An image</source>
        <translation>Ein Abbild</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Ein anderes</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Size and time for each preset, from a sample, in seconds</source>
        <translation>Größe und Zeit für jede Voreinstellung, aus einer Stichprobe, in Sekunden</translation>
    </message>
    <message>
        <source>Folder, ISO or any file, archive</source>
        <translation>Ordner, ISO oder jede Datei, Archiv</translation>
    </message>
    <message>
        <source>All that is on %1 (%2) will be lost. Type its name to go on: </source>
        <translation>Alles auf %1 (%2) geht verloren. Tippen Sie den Namen, um weiterzumachen: </translation>
    </message>
    <message>
        <source>nothing was written, because the disk was not confirmed. It is %1, %2; --confirm takes that name</source>
        <translation>Nichts wurde geschrieben, da der Datenträger nicht bestätigt wurde. Es ist %1, %2; --confirm nimmt diesen Namen</translation>
    </message>
    <message>
        <source>%1 written and read back</source>
        <translation>%1 geschrieben und zurückgelesen</translation>
    </message>
    <message>
        <source>%1 bytes, verified</source>
        <translation>%1 Byte, geprüft</translation>
    </message>
    <message>
        <source>fits %1</source>
        <translation>passt auf: %1</translation>
    </message>
    <message>
        <source>too large for one disc</source>
        <translation>zu groß für eine Disc</translation>
    </message>
    <message>
        <source>Write an image&apos;s content, or an ISO, to a file to burn or to a stick</source>
        <translation>Den Inhalt eines Abbilds, oder ein ISO, in eine Datei zum Brennen oder auf einen Stick schreiben</translation>
    </message>
    <message>
        <source>Image, or ISO</source>
        <translation>Abbild, oder ISO</translation>
    </message>
    <message>
        <source>A file, or a whole disk such as /dev/sdb, of which all is lost</source>
        <translation>Eine Datei, oder ein ganzer Datenträger wie /dev/sdb, von dem alles verloren geht</translation>
    </message>
    <message>
        <source>The name of the disk, instead of the question for it</source>
        <translation>Der Name des Datenträgers, statt der Frage danach</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>cloop extract --keep-going writes the rest, with zeros in place of what is lost.</source>
        <translation>cloop extract --keep-going schreibt den Rest, mit Nullen an der Stelle des Verlorenen.</translation>
    </message>
    <message>
        <source>block is lost, with zeros in its place</source>
        <translation>Block ist verloren, mit Nullen an seiner Stelle</translation>
    </message>
    <message>
        <source>blocks are lost, with zeros in their place</source>
        <translation>Blöcke sind verloren, mit Nullen an ihrer Stelle</translation>
    </message>
    <message>
        <source>Write the content of an image to a file</source>
        <translation>Den Inhalt eines Abbilds in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Image, part of a split set, drive, ISO:PATH, or - for standard input</source>
        <translation>Abbild, Teil eines geteilten Abbilds, Laufwerk, ISO:PFAD, oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>The file; - for standard output</source>
        <translation>Die Datei; - für die Standardausgabe</translation>
    </message>
    <message>
        <source>Go on at lost blocks: zeros in their place, a list, exit status 2</source>
        <translation>An verlorenen Blöcken weitermachen: Nullen an ihrer Stelle, eine Liste, Rückgabewert 2</translation>
    </message>
    <message>
        <source>Read the file back from the disc and compare</source>
        <translation>Die Datei vom Datenträger zurücklesen und vergleichen</translation>
    </message>
    <message>
        <source>and %1 more. cloop ls -R --json marks all of them.</source>
        <translation>und %1 weitere. cloop ls -R --json bezeichnet sie alle.</translation>
    </message>
    <message>
        <source>%1 more: %2</source>
        <translation>%1 weitere: %2</translation>
    </message>
    <message>
        <source>sockets are left out, because a tar archive can&apos;t hold them.</source>
        <translation>Sockets sind weggelassen, weil ein tar-Archiv sie nicht fassen kann.</translation>
    </message>
    <message>
        <source>owners, devices and setuid bits are left out, because this runs as an ordinary user.</source>
        <translation>Eigentümer, Geräte und setuid-Bits sind weggelassen, weil dies ein gewöhnlicher Benutzer ausführt.</translation>
    </message>
    <message>
        <source>setuid and setgid bits and device nodes are left out, because they can make their author root here. If you trust that person, --privileged brings them out too.</source>
        <translation>setuid- und setgid-Bits und Gerätedateien sind weggelassen, weil sie ihren Urheber hier zu root machen können. Wenn Sie ihm trauen, holt --privileged auch sie heraus.</translation>
    </message>
    <message>
        <source>file or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message>
        <source>damaged place</source>
        <translation>beschädigte Stelle</translation>
    </message>
    <message>
        <source>damaged places</source>
        <translation>beschädigte Stellen</translation>
    </message>
    <message>
        <source>%1 lost, with zeros in their place</source>
        <translation>%1 verloren, mit Nullen an ihrer Stelle</translation>
    </message>
    <message>
        <source>get takes IMAGE PATH… DEST, and there is no DEST. Name what to bring out, and where to</source>
        <translation>get braucht ABBILD PFAD… ZIEL, und das ZIEL fehlt. Nennen Sie, was herauszuholen ist, und wohin</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>SHA-256 of what was written: </source>
        <translation>SHA-256 des Geschriebenen: </translation>
    </message>
    <message>
        <source>%1 are lost. Zeros stand in their place.</source>
        <translation>%1 sind verloren. An ihrer Stelle stehen Nullen.</translation>
    </message>
    <message>
        <source>List the files inside an image or ISO</source>
        <translation>Die Dateien in einem Abbild oder ISO auflisten</translation>
    </message>
    <message>
        <source>Image, ISO, drive, or ISO:PATH</source>
        <translation>Abbild, ISO, Laufwerk, oder ISO:PFAD</translation>
    </message>
    <message>
        <source>Folder or file inside (default /)</source>
        <translation>Ordner oder Datei darin (Vorgabe /)</translation>
    </message>
    <message>
        <source>With mode, owner, size and time (UTC)</source>
        <translation>Mit Rechten, Eigentümer, Größe und Zeit (UTC)</translation>
    </message>
    <message>
        <source>With all folders below</source>
        <translation>Mit allen Ordnern darunter</translation>
    </message>
    <message>
        <source>Bring files out of an image or ISO, past all damage</source>
        <translation>Dateien aus einem Abbild oder ISO herausholen, an allen Schäden vorbei</translation>
    </message>
    <message>
        <source>Files and folders inside, then where to: a folder, a new name, or - for a tar archive on standard output</source>
        <translation>Dateien und Ordner darin, dann wohin: ein Ordner, ein neuer Name, oder - für ein tar-Archiv in die Standardausgabe</translation>
    </message>
    <message>
        <source>As root: also setuid and setgid bits and device nodes</source>
        <translation>Als root: auch setuid- und setgid-Bits und Gerätedateien</translation>
    </message>
    <message>
        <source>Write one file inside an image or ISO to standard output</source>
        <translation>Eine Datei in einem Abbild oder ISO in die Standardausgabe schreiben</translation>
    </message>
    <message>
        <source>The file inside</source>
        <translation>Die Datei darin</translation>
    </message>
    <message>
        <source>[OPTIONS]</source>
        <translation>[OPTIONEN]</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Argumente:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>, little endian</source>
        <translation>, Little Endian</translation>
    </message>
    <message>
        <source>, big endian</source>
        <translation>, Big Endian</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>blocks %1 to %2</source>
        <translation>Blöcke %1 bis %2</translation>
    </message>
    <message>
        <source>content %1 to %2</source>
        <translation>Inhalt %1 bis %2</translation>
    </message>
    <message>
        <source>(a folder: its contents are known only in part)</source>
        <translation>(ein Ordner: sein Inhalt ist nur zum Teil bekannt)</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>and %1 more; cloop verify --json lists all</source>
        <translation>und %1 weitere; cloop verify --json nennt alle</translation>
    </message>
    <message>
        <source>the contents of this folder are known only in part</source>
        <translation>der Inhalt dieses Ordners ist nur zum Teil bekannt</translation>
    </message>
    <message>
        <source>the part %1 is shorter than the others. Fetch it again.</source>
        <translation>Der Teil %1 ist kürzer als die anderen. Holen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>the part %1 seems to be missing. Put it beside the others.</source>
        <translation>Der Teil %1 scheint zu fehlen. Legen Sie ihn neben die anderen.</translation>
    </message>
    <message>
        <source>the disc holds several images, and %1 is taken. Name one of these to take it instead: %2.</source>
        <translation>Auf der Disc sind mehrere Abbilder, und %1 wird genommen. Um ein anderes zu nehmen, nennen Sie eines von diesen: %2.</translation>
    </message>
    <message>
        <source>%1 are lost</source>
        <translation>%1 sind verloren</translation>
    </message>
    <message>
        <source>; files: </source>
        <translation>; Dateien: </translation>
    </message>
    <message>
        <source>there is probably not enough room on the disc (about %1 needed, %2 free).</source>
        <translation>Auf dem Datenträger ist wahrscheinlich nicht genug Platz (etwa %1 nötig, %2 frei).</translation>
    </message>
    <message>
        <source>%1 file system</source>
        <translation>Dateisystem %1</translation>
    </message>
    <message>
        <source>CD sectors of %1 bytes</source>
        <translation>CD-Sektoren von %1 Byte</translation>
    </message>
    <message>
        <source>volume %1</source>
        <translation>Name %1</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>, as noted in the preamble</source>
        <translation>, wie im Vorspann vermerkt</translation>
    </message>
    <message>
        <source>damaged head</source>
        <translation>Kopf schadhaft</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>the longest stored in %1 bytes</source>
        <translation>der längste mit %1 Byte gespeichert</translation>
    </message>
    <message>
        <source>codecs</source>
        <translation>Codecs</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>darin</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>%1 blocks whose place the index does not say</source>
        <translation>%1 Blöcke, deren Ort der Index nicht nennt</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>%1 blocks lie behind the end of the file</source>
        <translation>%1 Blöcke liegen hinter dem Ende der Datei</translation>
    </message>
    <message>
        <source>ratio of the blocks</source>
        <translation>Anteil der Blöcke</translation>
    </message>
    <message>
        <source>above 100</source>
        <translation>über 100</translation>
    </message>
    <message>
        <source>What an image is: version, sizes, codecs, what is inside</source>
        <translation>Was ein Abbild ist: Version, Größen, Codecs, was darin ist</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>from byte %1</source>
        <translation>ab Byte %1</translation>
    </message>
    <message>
        <source>damaged block met</source>
        <translation>beschädigter Block getroffen</translation>
    </message>
    <message>
        <source>damaged blocks met</source>
        <translation>beschädigte Blöcke getroffen</translation>
    </message>
    <message>
        <source>, detached when closed</source>
        <translation>, wird beim Schließen abgetrennt</translation>
    </message>
    <message>
        <source>kernel module</source>
        <translation>Kernelmodul</translation>
    </message>
    <message>
        <source>FUSE and loop</source>
        <translation>FUSE und Loop</translation>
    </message>
    <message>
        <source>FUSE tree</source>
        <translation>FUSE-Baum</translation>
    </message>
    <message>
        <source>an unknown image</source>
        <translation>ein unbekanntes Abbild</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Nothing is attached.
</source>
        <translation>Nichts ist angeschlossen.
</translation>
    </message>
    <message>
        <source>What is mounted and attached, by whom, and in which way</source>
        <translation>Was eingehängt und angeschlossen ist, von wem, und auf welche Weise</translation>
    </message>
    <message>
        <source>USB sticks</source>
        <translation>USB-Sticks</translation>
    </message>
    <message>
        <source>SATA drives</source>
        <translation>SATA-Laufwerke</translation>
    </message>
    <message>
        <source>NVMe drives</source>
        <translation>NVMe-Laufwerke</translation>
    </message>
    <message>
        <source>memory cards</source>
        <translation>Speicherkarten</translation>
    </message>
    <message>
        <source>of one machine only: keys and identities</source>
        <translation>nur von einem Rechner: Schlüssel und Kennungen</translation>
    </message>
    <message>
        <source>settings of one machine</source>
        <translation>Einstellungen eines Rechners</translation>
    </message>
    <message>
        <source>made for the machine that built it</source>
        <translation>für den Rechner gemacht, der es gebaut hat</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>kernel %1</source>
        <translation>Kernel %1</translation>
    </message>
    <message>
        <source>only its modules</source>
        <translation>nur seine Module</translation>
    </message>
    <message>
        <source>, without modules</source>
        <translation>, ohne Module</translation>
    </message>
    <message>
        <source>, with cloop.ko</source>
        <translation>, mit cloop.ko</translation>
    </message>
    <message>
        <source>, with headers</source>
        <translation>, mit Headern</translation>
    </message>
    <message>
        <source>no kernel
</source>
        <translation>kein Kernel
</translation>
    </message>
    <message>
        <source>no init
</source>
        <translation>kein Init
</translation>
    </message>
    <message>
        <source>no udev: drivers of the running system must be loaded by hand
</source>
        <translation>kein udev: Treiber des laufenden Systems müssen von Hand geladen werden
</translation>
    </message>
    <message>
        <source>left out: /%1 (%2)</source>
        <translation>weggelassen: /%1 (%2)</translation>
    </message>
    <message>
        <source>It would probably fit with the preset %1 (%2).</source>
        <translation>Mit der Voreinstellung %1 würde es wahrscheinlich passen (%2).</translation>
    </message>
    <message>
        <source>No preset is strong enough.</source>
        <translation>Keine Voreinstellung ist stark genug.</translation>
    </message>
    <message>
        <source>The largest folders, before compression:</source>
        <translation>Die größten Ordner, vor dem Komprimieren:</translation>
    </message>
    <message>
        <source>a disc is written to a file, because it is read back. Name one</source>
        <translation>Eine Disc wird in eine Datei geschrieben, weil sie zurückgelesen wird. Nennen Sie eine</translation>
    </message>
    <message>
        <source>--size-limit takes a size such as 700M, which %1 is not</source>
        <translation>--size-limit braucht eine Größe wie 700M, und %1 ist keine</translation>
    </message>
    <message>
        <source>the system %1</source>
        <translation>das System %1</translation>
    </message>
    <message>
        <source>/ will come from /dev/cloop0.
</source>
        <translation>/ wird von /dev/cloop0 kommen.
</translation>
    </message>
    <message>
        <source>/ will come from cloop-fuse, without a kernel module of cloop.
</source>
        <translation>/ wird von cloop-fuse kommen, ohne ein Kernelmodul von cloop.
</translation>
    </message>
    <message>
        <source>Starts by BIOS and UEFI, also where Secure Boot is on.
</source>
        <translation>Startet durch BIOS und UEFI, auch wo Secure Boot eingeschaltet ist.
</translation>
    </message>
    <message>
        <source>Starts by BIOS and UEFI; Secure Boot must be off.
</source>
        <translation>Startet durch BIOS und UEFI; Secure Boot muss ausgeschaltet sein.
</translation>
    </message>
    <message>
        <source>This kernel has no driver for %1.</source>
        <translation>Dieser Kernel hat keinen Treiber für %1.</translation>
    </message>
    <message>
        <source>Name of the disc (default LIVE)</source>
        <translation>Name der Disc (Vorgabe LIVE)</translation>
    </message>
    <message>
        <source>Words for the kernel&apos;s command line, such as &apos;console=ttyS0&apos;</source>
        <translation>Worte für die Kommandozeile des Kernels, etwa &apos;console=ttyS0&apos;</translation>
    </message>
    <message>
        <source>Seconds until the menu&apos;s first entry starts (default 5)</source>
        <translation>Sekunden, bis der erste Eintrag des Menüs startet (Vorgabe 5)</translation>
    </message>
    <message>
        <source>Leave out what matches, as create --exclude</source>
        <translation>Weglassen, was passt, wie create --exclude</translation>
    </message>
    <message>
        <source>Put the files of a folder on the disc, beside the system</source>
        <translation>Die Dateien eines Ordners auf die Disc legen, neben das System</translation>
    </message>
    <message>
        <source>Keep what would be left out, such as /etc/fstab</source>
        <translation>Behalten, was weggelassen würde, etwa /etc/fstab</translation>
    </message>
    <message>
        <source>Where / comes from: the kernel module, or cloop-fuse (default auto: the first that is possible)</source>
        <translation>Woher / kommt: vom Kernelmodul, oder von cloop-fuse (Vorgabe auto: was zuerst geht)</translation>
    </message>
    <message>
        <source>Partitions of a stick; mbr is for old BIOSes (default gpt)</source>
        <translation>Partitionen eines Sticks; mbr ist für alte BIOSe (Vorgabe gpt)</translation>
    </message>
    <message>
        <source>Refuse to write a larger disc, such as 700M</source>
        <translation>Keine größere Disc schreiben, etwa 700M</translation>
    </message>
    <message>
        <source>Only tell what the root file system has and lacks</source>
        <translation>Nur sagen, was das Wurzel-Dateisystem hat und was ihm fehlt</translation>
    </message>
    <message>
        <source>     block         offset    stored       raw  codec  state
</source>
        <translation>     Block           Ort  gesp. B.    roh B.  Codec  Zustand
</translation>
    </message>
    <message>
        <source>A line for each block: number, offset, stored and raw size, codec, state</source>
        <translation>Eine Zeile für jeden Block: Nummer, Ort, Größe gespeichert und roh, Codec, Zustand</translation>
    </message>
    <message>
        <source>Values with commas between them</source>
        <translation>Werte mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>So cloop-fuse shows the files.</source>
        <translation>Daher zeigt cloop-fuse die Dateien.</translation>
    </message>
    <message>
        <source>Show what is in an image as a folder, and print the folder&apos;s name; needs no root</source>
        <translation>Was in einem Abbild ist, als Ordner zeigen, und dessen Namen ausgeben; braucht kein root</translation>
    </message>
    <message>
        <source>An image, a part of a split set, a drive, or disc.iso:/path of an image inside</source>
        <translation>Ein Abbild, ein Teil eines geteilten Abbilds, ein Laufwerk, oder disc.iso:/pfad eines Abbilds darin</translation>
    </message>
    <message>
        <source>An empty folder to show the files in (default: one that is chosen)</source>
        <translation>Ein leerer Ordner, der die Dateien zeigt (Vorgabe: einer wird gewählt)</translation>
    </message>
    <message>
        <source>Which partition of a whole disc (default: the first one that can be mounted)</source>
        <translation>Welche Partition einer ganzen Disc (Vorgabe: die erste, die sich einhängen lässt)</translation>
    </message>
    <message>
        <source>How: by the kernel module, by FUSE and a loop device, or as the tree of an ISO 9660 or EROFS</source>
        <translation>Wie: durch das Kernelmodul, durch FUSE und ein Loop-Gerät, oder als Baum eines ISO 9660 oder EROFS</translation>
    </message>
    <message>
        <source>Unmount images, and take away what served them</source>
        <translation>Abbilder aushängen, und wegnehmen, was sie zeigte</translation>
    </message>
    <message>
        <source>Images, or the folders that they are mounted at</source>
        <translation>Abbilder, oder die Ordner, in die sie eingehängt sind</translation>
    </message>
    <message>
        <source>Version 4 is read by cloop 4.x and later only; QEMU and the older drivers take version 2 (-f v2).</source>
        <translation>Version 4 lesen nur cloop 4.x und spätere; QEMU und die älteren Treiber nehmen Version 2 (-f v2).</translation>
    </message>
    <message>
        <source>This version is so old that no driver of today reads it; cloop convert makes a newer one.</source>
        <translation>Diese Version ist so alt, dass kein heutiger Treiber sie liest; cloop convert macht eine neuere.</translation>
    </message>
    <message>
        <source>Blocks of codec none can&apos;t be read by the drivers 4.3 and 5.3.</source>
        <translation>Blöcke des Codecs none können die Treiber 4.3 und 5.3 nicht lesen.</translation>
    </message>
    <message>
        <source>Blocks above 1 MiB can&apos;t be read by the driver 5.3.</source>
        <translation>Blöcke über 1 MiB kann der Treiber 5.3 nicht lesen.</translation>
    </message>
    <message>
        <source>Content of 2 TiB or more is cut short by QEMU and the old drivers.</source>
        <translation>Inhalt ab 2 TiB schneiden QEMU und die alten Treiber ab.</translation>
    </message>
    <message>
        <source>Images below 4096 bytes can&apos;t be read by the driver 3.14.</source>
        <translation>Abbilder unter 4096 Byte kann der Treiber 3.14 nicht lesen.</translation>
    </message>
    <message>
        <source>ratio %1</source>
        <translation>Anteil %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>its head is damaged.</source>
        <translation>Der Kopf ist beschädigt.</translation>
    </message>
    <message>
        <source>its index is damaged. Blocks that it misplaces were found, because the blocks before them end there.</source>
        <translation>Der Index ist beschädigt. Blöcke, die er falsch verortet, wurden gefunden, weil die Blöcke davor dort enden.</translation>
    </message>
    <message>
        <source>Results as JSON on standard output</source>
        <translation>Ergebnisse als JSON in die Standardausgabe</translation>
    </message>
    <message>
        <source>How many threads work</source>
        <translation>Wie viele Threads arbeiten</translation>
    </message>
    <message>
        <source>Show progress even where standard error is not a terminal</source>
        <translation>Den Fortschritt auch zeigen, wo die Standardfehlerausgabe kein Terminal ist</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>Ersetzen, was da ist</translation>
    </message>
    <message>
        <source>Also print the SHA-256 of the content</source>
        <translation>Auch die SHA-256 des Inhalts ausgeben</translation>
    </message>
    <message>
        <source>What a folder or archive becomes (default iso9660)</source>
        <translation>Was aus einem Ordner oder Archiv wird (Vorgabe iso9660)</translation>
    </message>
    <message>
        <source>Leave out what matches, such as &apos;*.o&apos; anywhere or /var/cache from the root of the source</source>
        <translation>Weglassen, was passt, etwa &apos;*.o&apos; überall oder /var/cache von der Wurzel der Quelle an</translation>
    </message>
    <message>
        <source>The same for each line of a file</source>
        <translation>Dasselbe für jede Zeile einer Datei</translation>
    </message>
    <message>
        <source>Leave out what is mounted in a folder; an empty folder stays</source>
        <translation>Weglassen, was in einen Ordner eingehängt ist; ein leerer Ordner bleibt</translation>
    </message>
    <message>
        <source>Whose all files are in the image, as numbers</source>
        <translation>Wem alle Dateien im Abbild gehören, als Zahlen</translation>
    </message>
    <message>
        <source>The same as --owner 0:0</source>
        <translation>Dasselbe wie --owner 0:0</translation>
    </message>
    <message>
        <source>--filesystem, --exclude, --exclude-from, --one-file-system, --owner and --all-root work with a folder or an archive, but %1 is taken as it is</source>
        <translation>--filesystem, --exclude, --exclude-from, --one-file-system, --owner und --all-root gehen mit einem Ordner oder Archiv, doch %1 wird genommen, wie es ist</translation>
    </message>
    <message>
        <source>--one-file-system works with a folder, but %1 is an archive</source>
        <translation>--one-file-system geht mit einem Ordner, doch %1 ist ein Archiv</translation>
    </message>
    <message>
        <source>--owner takes two numbers such as 0:0 or 1000:100, which %1 is not</source>
        <translation>--owner braucht zwei Zahlen wie 0:0 oder 1000:100, und %1 ist das nicht</translation>
    </message>
    <message>
        <source>it was resumed meanwhile, and reads %1.</source>
        <translation>Es wurde inzwischen fortgesetzt und liest %1.</translation>
    </message>
    <message>
        <source>put the disc back in, or another with the same image.</source>
        <translation>Legen Sie die Scheibe wieder ein, oder eine andere mit demselben Abbild.</translation>
    </message>
    <message>
        <source>This command can&apos;t be kept in memory, and may itself lie on the device.</source>
        <translation>Dieser Befehl lässt sich nicht im Speicher halten und liegt vielleicht selbst auf dem Gerät.</translation>
    </message>
    <message>
        <source>%1 is still suspended. cloop resume goes on with it, cloop detach ends what waits for it.</source>
        <translation>%1 ist noch angehalten. cloop resume setzt es fort, cloop detach beendet, was darauf wartet.</translation>
    </message>
    <message>
        <source>it is not suspended, but reads %1</source>
        <translation>Es ist nicht angehalten, sondern liest %1</translation>
    </message>
    <message>
        <source>Close a device&apos;s image file, so that its disc can go; readers wait until resume, or detach</source>
        <translation>Die Datei des Abbilds eines Geräts schließen, damit sein Datenträger herausgenommen werden kann; wer liest, wartet bis resume oder detach</translation>
    </message>
    <message>
        <source>The device</source>
        <translation>Das Gerät</translation>
    </message>
    <message>
        <source>Also unmount and eject the disc that the image lies on</source>
        <translation>Auch den Datenträger aushängen und auswerfen, auf dem das Abbild liegt</translation>
    </message>
    <message>
        <source>Then wait until it is back in, and resume; safe where the system itself runs from the device</source>
        <translation>Dann warten, bis er wieder da ist, und fortsetzen; sicher, auch wo das System selbst auf dem Gerät liegt</translation>
    </message>
    <message>
        <source>Go on with a suspended device</source>
        <translation>Ein angehaltenes Gerät fortsetzen</translation>
    </message>
    <message>
        <source>The same image at another place (default: where it was)</source>
        <translation>Dasselbe Abbild an einem anderen Ort (Vorgabe: wo es war)</translation>
    </message>
    <message>
        <source>--at takes a number of bytes, which %1 is not</source>
        <translation>--at braucht eine Zahl von Bytes, und %1 ist keine</translation>
    </message>
    <message>
        <source>the map file is of an earlier check, but --copied takes the one that ddrescue wrote when the disc was copied. Give this one to --resume</source>
        <translation>Die Map-Datei stammt von einer früheren Prüfung, doch --copied nimmt die, die ddrescue beim Kopieren der Disc schrieb. Geben Sie diese an --resume</translation>
    </message>
    <message>
        <source>%1 of them sound by the map file, not read again</source>
        <translation>%1 davon heil nach der Map-Datei, nicht noch einmal gelesen</translation>
    </message>
    <message>
        <source>unverifiable: whether these blocks are right can&apos;t be known, because their codec has no check
</source>
        <translation>nicht prüfbar: Ob diese Blöcke richtig sind, lässt sich nicht sagen, weil ihr Codec keine Prüfsumme hat
</translation>
    </message>
    <message>
        <source>cloop extract --keep-going and cloop get bring out everything else
</source>
        <translation>cloop extract --keep-going und cloop get holen alles andere heraus
</translation>
    </message>
    <message>
        <source>cloop extract --keep-going brings out everything else
</source>
        <translation>cloop extract --keep-going holt alles andere heraus
</translation>
    </message>
    <message>
        <source>%1 found though the index is damaged there</source>
        <translation>%1 gefunden, obwohl der Index dort beschädigt ist</translation>
    </message>
    <message>
        <source>not copied whole: blocks %1 to %2</source>
        <translation>nicht ganz kopiert: Blöcke %1 bis %2</translation>
    </message>
    <message>
        <source>not copied whole: block %1</source>
        <translation>nicht ganz kopiert: Block %1</translation>
    </message>
    <message>
        <source>--sha256 needs all blocks, but --resume leaves some out. Give one of these options</source>
        <translation>--sha256 braucht alle Blöcke, doch --resume lässt manche aus. Geben Sie eine dieser Optionen an</translation>
    </message>
    <message>
        <source>Check every block; list the lost ones, and the files that lie in them</source>
        <translation>Jeden Block prüfen; die verlorenen nennen, und die Dateien, die darin liegen</translation>
    </message>
    <message>
        <source>Also write a ddrescue map file</source>
        <translation>Auch eine Map-Datei von ddrescue schreiben</translation>
    </message>
    <message>
        <source>Leave out what the map file of an earlier check calls sound</source>
        <translation>Auslassen, was nach der Map-Datei einer früheren Prüfung heil ist</translation>
    </message>
    <message>
        <source>Also name the blocks that ddrescue&apos;s map file of the copied disc calls not copied</source>
        <translation>Auch die Blöcke nennen, die nach ddrescues Map-Datei der kopierten Disc nicht kopiert sind</translation>
    </message>
    <message>
        <source>Where on that disc the image begins, unless it was opened in its ISO (default 0)</source>
        <translation>Wo auf der Disc das Abbild beginnt, wenn es nicht in seinem ISO geöffnet wurde (Vorgabe 0)</translation>
    </message>
    <message>
        <source>Exit status 2 also where blocks can&apos;t be verified</source>
        <translation>Rückgabewert 2 auch, wo Blöcke nicht prüfbar sind</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>Stelle %1</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>%1 sound</source>
        <translation>%1 heil</translation>
    </message>
    <message>
        <source>%1 damaged</source>
        <translation>%1 beschädigt</translation>
    </message>
    <message>
        <source>%1 unreadable</source>
        <translation>%1 unlesbar</translation>
    </message>
    <message>
        <source>%1 unverifiable</source>
        <translation>%1 nicht prüfbar</translation>
    </message>
    <message>
        <source>%1 not checked</source>
        <translation>%1 nicht geprüft</translation>
    </message>
    <message>
        <source>only the kernel mounts a partition, at a folder only for root. Leave out --partition, or the folder and --way</source>
        <translation>Nur der Kernel hängt eine Partition ein, in einen Ordner nur für root. Lassen Sie --partition weg, oder den Ordner und --way</translation>
    </message>
    <message>
        <source>there is not enough memory. Use fewer threads, or smaller blocks.</source>
        <translation>Es ist nicht genug Arbeitsspeicher da. Nehmen Sie weniger Threads oder kleinere Blöcke.</translation>
    </message>
    <message>
        <source>this is an error in the program itself</source>
        <translation>Das ist ein Fehler im Programm selbst</translation>
    </message>
    <message>
        <source>Please report it, with what you did.</source>
        <translation>Bitte melden Sie das, und beschreiben Sie, was Sie getan haben.</translation>
    </message>
    <message>
        <source>the command ends when the drive has answered. Interrupt it once more to end it at once.</source>
        <translation>Der Befehl endet, wenn das Laufwerk geantwortet hat. Unterbrechen Sie ihn noch einmal, um ihn sofort zu beenden.</translation>
    </message>
    <message>
        <source>ADDRESS[:PORT]</source>
        <translation>ADRESSE[:PORT]</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Use other computers too, by the NATS server at URL, or by one of our own</source>
        <translation>Auch andere Computer nutzen, durch den NATS-Server bei URL oder durch einen eigenen</translation>
    </message>
    <message>
        <source>Where our own server listens: 0.0.0.0 on all interfaces (default 127.0.0.1)</source>
        <translation>Wo der eigene Server lauscht: 0.0.0.0 an allen Schnittstellen (Vorgabe 127.0.0.1)</translation>
    </message>
    <message>
        <source>With --cluster: only other computers encode</source>
        <translation>Mit --cluster: Nur andere Computer kodieren</translation>
    </message>
    <message>
        <source>With --cluster: also computers whose encoders may write other bytes</source>
        <translation>Mit --cluster: auch Computer, deren Encoder vielleicht andere Bytes schreiben</translation>
    </message>
    <message>
        <source>--listen, --no-local and --any-version belong to --cluster</source>
        <translation>--listen, --no-local und --any-version gehören zu --cluster</translation>
    </message>
    <message>
        <source>--listen belongs to a server of our own, which --cluster=URL does not start</source>
        <translation>--listen gehört zu einem eigenen Server, und --cluster=URL startet keinen</translation>
    </message>
    <message>
        <source>--listen takes an address of this computer such as 0.0.0.0 or 192.168.1.2:4222, which %1 is not</source>
        <translation>--listen braucht eine Adresse dieses Computers wie 0.0.0.0 oder 192.168.1.2:4222, und %1 ist keine</translation>
    </message>
    <message>
        <source>On each other computer:</source>
        <translation>Auf jedem anderen Computer:</translation>
    </message>
    <message>
        <source>the server does not answer; trying again</source>
        <translation>Der Server antwortet nicht; neuer Versuch</translation>
    </message>
    <message>
        <source>waiting for work</source>
        <translation>Wartet auf Arbeit</translation>
    </message>
    <message>
        <source>encodes with %1: %2</source>
        <translation>Kodiert mit %1: %2</translation>
    </message>
    <message>
        <source>finished: %1 with %2</source>
        <translation>Fertig: %1 mit %2</translation>
    </message>
    <message>
        <source>shut out, because blocks from here were wrong. Check the memory of this computer</source>
        <translation>Ausgeschlossen, weil Blöcke von hier falsch waren. Prüfen Sie den Arbeitsspeicher dieses Computers</translation>
    </message>
    <message>
        <source>not helping, because the encoders here have other versions than there (cloop --version shows them)</source>
        <translation>Hilft nicht, weil die Encoder hier andere Versionen haben als dort (cloop --version zeigt sie)</translation>
    </message>
    <message>
        <source>not helping, because this program lacks the encoder</source>
        <translation>Hilft nicht, weil diesem Programm der Encoder fehlt</translation>
    </message>
    <message>
        <source>not helping, because blocks of that size need more than --max-memory</source>
        <translation>Hilft nicht, weil Blöcke dieser Größe mehr als --max-memory brauchen</translation>
    </message>
    <message>
        <source>--max-memory takes a size such as 512M, which %1 is not</source>
        <translation>--max-memory braucht eine Größe wie 512M, und %1 ist keine</translation>
    </message>
    <message>
        <source>Encode blocks for cloop create --cluster on another computer</source>
        <translation>Blöcke kodieren für cloop create --cluster auf einem anderen Computer</translation>
    </message>
    <message>
        <source>As that command prints it: nats://TOKEN@HOST:PORT#FINGERPRINT; or in CLOOP_CLUSTER</source>
        <translation>Wie jener Befehl sie ausgibt: nats://TOKEN@HOST:PORT#FINGERPRINT; oder in CLOOP_CLUSTER</translation>
    </message>
    <message>
        <source>From 0, as urgent as other programs, to 19 (default 10)</source>
        <translation>Von 0, so dringend wie andere Programme, bis 19 (Vorgabe 10)</translation>
    </message>
    <message>
        <source>Take no more than about this much (default: half of the memory)</source>
        <translation>Nicht mehr als ungefähr so viel belegen (Vorgabe: den halben Arbeitsspeicher)</translation>
    </message>
    <message>
        <source>End after one job</source>
        <translation>Nach einem Auftrag enden</translation>
    </message>
    <message>
        <source>Choose another place, or run this with the rights that it needs.</source>
        <translation>Wählen Sie einen anderen Ort, oder führen Sie dies mit den nötigen Rechten aus.</translation>
    </message>
    <message>
        <source>Choose another name, or replace it with --force.</source>
        <translation>Wählen Sie einen anderen Namen, oder ersetzen Sie es mit --force.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>Nennen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Correct the number of --size (or -s), or leave it out.</source>
        <translation>Berichtigen Sie die Zahl von --size (oder -s), oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Make what is named above readable, or go on without it with --keep-going.</source>
        <translation>Machen Sie lesbar, was oben genannt ist, oder lassen Sie es mit --keep-going aus.</translation>
    </message>
    <message>
        <source>cloop ls shows what it contains.</source>
        <translation>cloop ls zeigt, was darin ist.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>Nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Name the right one, or check without it.</source>
        <translation>Nennen Sie die richtige, oder prüfen Sie ohne sie.</translation>
    </message>
    <message>
        <source>Load the kernel module: modprobe cloop, for more than 8 devices with cloop_max=N.</source>
        <translation>Laden Sie das Kernelmodul: modprobe cloop, für mehr als 8 Geräte mit cloop_max=N.</translation>
    </message>
    <message>
        <source>Name one of /dev/cloop0, /dev/cloop1 and so on.</source>
        <translation>Nennen Sie eines von /dev/cloop0, /dev/cloop1 und so weiter.</translation>
    </message>
    <message>
        <source>Detach one, or load the module anew with more: modprobe -r cloop, modprobe cloop cloop_max=N.</source>
        <translation>Trennen Sie eines ab, oder laden Sie das Modul neu mit mehr: modprobe -r cloop, modprobe cloop cloop_max=N.</translation>
    </message>
    <message>
        <source>Detach it, or choose another device.</source>
        <translation>Trennen Sie es ab, oder wählen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>cloop list shows what is.</source>
        <translation>cloop list zeigt, was es ist.</translation>
    </message>
    <message>
        <source>cloop resume goes on with it.</source>
        <translation>cloop resume setzt es fort.</translation>
    </message>
    <message>
        <source>Suspend without --eject, and resume when it is back.</source>
        <translation>Halten Sie ohne --eject an, und setzen Sie fort, wenn es wieder da ist.</translation>
    </message>
    <message>
        <source>Check without it; --map then writes one that says it.</source>
        <translation>Prüfen Sie ohne sie; --map schreibt dann eine, die es sagt.</translation>
    </message>
    <message>
        <source>An EROFS keeps them: --filesystem erofs.</source>
        <translation>Ein EROFS behält sie: --filesystem erofs.</translation>
    </message>
    <message>
        <source>Shorten it, or go on without the link with --keep-going.</source>
        <translation>Kürzen Sie es, oder machen Sie mit --keep-going ohne die Verknüpfung weiter.</translation>
    </message>
    <message>
        <source>Leave it out with --exclude or --keep-going, or put an archive in its place.</source>
        <translation>Lassen Sie es mit --exclude oder --keep-going aus, oder setzen Sie ein Archiv an seine Stelle.</translation>
    </message>
    <message>
        <source>Join them with cat first.</source>
        <translation>Fügen Sie sie zuerst mit cat zusammen.</translation>
    </message>
    <message>
        <source>If %1 belongs to it, join them with cat, or put the first part beside them where it is missing.</source>
        <translation>Wenn %1 dazugehört, fügen Sie beide mit cat zusammen, oder legen Sie den ersten Teil daneben, wenn er fehlt.</translation>
    </message>
    <message>
        <source>Choose another disc, or cut the image into parts with --split 4G.</source>
        <translation>Wählen Sie einen anderen Datenträger, oder teilen Sie das Abbild mit --split 4G.</translation>
    </message>
    <message>
        <source>Send the output to a file or a pipe.</source>
        <translation>Leiten Sie die Ausgabe in eine Datei oder eine Pipe.</translation>
    </message>
    <message>
        <source>Name a file, or write to standard output with -.</source>
        <translation>Nennen Sie eine Datei, oder schreiben Sie mit - in die Standardausgabe.</translation>
    </message>
    <message>
        <source>Name another file, or write to standard output with -.</source>
        <translation>Nennen Sie eine andere Datei, oder schreiben Sie mit - in die Standardausgabe.</translation>
    </message>
    <message>
        <source>Choose another codec, or the format v4 or v4-stream.</source>
        <translation>Wählen Sie einen anderen Codec, oder das Format v4 oder v4-stream.</translation>
    </message>
    <message>
        <source>Rename some, or leave them out with --exclude.</source>
        <translation>Benennen Sie einige um, oder lassen Sie sie mit --exclude weg.</translation>
    </message>
    <message>
        <source>Shorten them, or make an EROFS with --filesystem erofs.</source>
        <translation>Kürzen Sie sie, oder machen Sie mit --filesystem erofs ein EROFS.</translation>
    </message>
    <message>
        <source>Unpack it there, or make it anew with mkuzip&apos;s zlib and without -d.</source>
        <translation>Packen Sie es dort aus, oder machen Sie es neu mit mkuzips zlib und ohne -d.</translation>
    </message>
    <message>
        <source>Mount it: an image with cloop mount, a plain file with mount -o loop.</source>
        <translation>Hängen Sie es ein: ein Abbild mit cloop mount, eine einfache Datei mit mount -o loop.</translation>
    </message>
    <message>
        <source>Mount the files without it: cloop mount --way tree.</source>
        <translation>Hängen Sie die Dateien ohne ihn ein: cloop mount --way tree.</translation>
    </message>
    <message>
        <source>Install it (apt install polkitd), or do this as root.</source>
        <translation>Installieren Sie es (apt install polkitd), oder tun Sie dies als root.</translation>
    </message>
    <message>
        <source>Do it in a desktop session at the machine, or as root.</source>
        <translation>Tun Sie es in einer Desktop-Sitzung an der Maschine, oder als root.</translation>
    </message>
    <message>
        <source>Do it in a desktop session, as root, or start pkttyagent first.</source>
        <translation>Tun Sie es in einer Desktop-Sitzung, als root, oder starten Sie zuerst pkttyagent.</translation>
    </message>
    <message>
        <source>Install it (apt install udisks2), or mount the files without it: cloop mount --way tree.</source>
        <translation>Installieren Sie ihn (apt install udisks2), oder hängen Sie die Dateien ohne ihn ein: cloop mount --way tree.</translation>
    </message>
    <message>
        <source>cloop attach makes it a device; cloop mount --way tree shows the files of an ISO 9660.</source>
        <translation>cloop attach macht daraus ein Gerät; cloop mount --way tree zeigt die Dateien eines ISO 9660.</translation>
    </message>
    <message>
        <source>Name a folder: cloop mount IMAGE DIR.</source>
        <translation>Nennen Sie einen Ordner: cloop mount ABBILD ORDNER.</translation>
    </message>
    <message>
        <source>Name an empty folder.</source>
        <translation>Nennen Sie einen leeren Ordner.</translation>
    </message>
    <message>
        <source>Install it, in Debian as the package nats-server, or name a server that runs with --cluster=URL.</source>
        <translation>Installieren Sie es, in Debian als Paket nats-server, oder nennen Sie mit --cluster=URL einen Server, der läuft.</translation>
    </message>
    <message>
        <source>it takes a number from %1 to %2</source>
        <translation>sie nimmt eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 does not exist. Choose one of %2</source>
        <translation>%1 gibt es nicht. Wählen Sie von diesen: %2</translation>
    </message>
    <message>
        <source>ROOT... OUTPUT</source>
        <translation>WURZEL... AUSGABE</translation>
    </message>
    <message>
        <source>--persist takes a size such as 4G, which %1 is not</source>
        <translation>--persist nimmt eine Größe wie 4G, was %1 nicht ist</translation>
    </message>
    <message>
        <source>A partition of %1 keeps what is written (persist=%2).</source>
        <translation>Eine Partition von %1 bewahrt, was geschrieben wird (persist=%2).</translation>
    </message>
    <message>
        <source>--persist belongs to a disk, because only there is room behind what is written</source>
        <translation>--persist gehört zu einem Datenträger, denn nur dort ist hinter dem Geschriebenen Platz</translation>
    </message>
    <message>
        <source>On a disk: add a partition that keeps what is written, of all the rest or of SIZE</source>
        <translation>Auf einem Datenträger: eine Partition anfügen, die bewahrt, was geschrieben wird, aus dem ganzen Rest oder von dieser Größe</translation>
    </message>
    <message>
        <source>name a root file system, then the disc to make of it</source>
        <translation>nennen Sie ein Wurzel-Dateisystem, dann die Disc, die daraus werden soll</translation>
    </message>
    <message>
        <source>Make an ISO that boots, of root file systems of Linux</source>
        <translation>Aus Wurzel-Dateisystemen von Linux ein ISO machen, das startet</translation>
    </message>
    <message>
        <source>Folders or archives of root file systems, or images of them, each an entry of the menu; then the ISO</source>
        <translation>Ordner oder Archive von Wurzel-Dateisystemen, oder Abbilder davon, jedes ein Eintrag des Menüs; dann das ISO</translation>
    </message>
    <message>
        <source>Cut an image into parts smaller than SIZE (default 4G, as FAT needs it)</source>
        <translation>Ein Abbild in Teile zerlegen, die kleiner sind als diese Größe (sonst 4G, wie FAT es braucht)</translation>
    </message>
</context>
<context>
    <name>DocumentPath</name>
    <message>
        <source>chosen by you</source>
        <comment>in place of the folder of a file, where that is not known</comment>
        <translation>von Ihnen gewählt</translation>
    </message>
</context>
<context>
    <name>Extraction</name>
    <message>
        <source>… all of them in the log</source>
        <translation>… alle im Protokoll</translation>
    </message>
    <message>
        <source>Not whole, with zeros in place of what is lost (%1): %2.</source>
        <translation>Nicht vollständig, mit Nullen an der Stelle des Verlorenen (%1): %2.</translation>
    </message>
    <message>
        <source>Skipped (%1): %2.</source>
        <translation>Übersprungen (%1): %2.</translation>
    </message>
    <message>
        <source>Owners and devices were left out: only root can make them.</source>
        <translation>Eigentümer und Geräte blieben weg: Nur root kann sie anlegen.</translation>
    </message>
    <message>
        <source>Setuid and setgid bits and device nodes were left out; cloop get --privileged extracts them.</source>
        <translation>Setuid- und Setgid-Bits und Gerätedateien blieben weg; cloop get --privileged extrahiert sie.</translation>
    </message>
    <message>
        <source>Sockets were left out: a .tar has no place for them.</source>
        <translation>Sockets blieben weg: Ein .tar hat keinen Platz für sie.</translation>
    </message>
    <message>
        <source>Extract from %1</source>
        <translation>Aus %1 extrahieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s) extracted.</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner extrahiert.</numerusform>
            <numerusform>%Ln Dateien und Ordner extrahiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 extracted; %2 left out.</source>
        <comment>files and folders; damaged files</comment>
        <translation>%1 extrahiert; %2 ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s)</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner</numerusform>
            <numerusform>%Ln Dateien und Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged file(s)</source>
        <translation>
            <numerusform>%Ln beschädigte Datei</numerusform>
            <numerusform>%Ln beschädigte Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageSum</name>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 von %1</translation>
    </message>
    <message>
        <source>The same as in the file: %1</source>
        <translation>Dieselbe wie in der Datei: %1</translation>
    </message>
    <message>
        <source>The file with the SHA-256</source>
        <translation>Die Datei mit der SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 files (*.sha256 *SHA256SUMS* *sha256sum*);;All files (*)</source>
        <translation>SHA-256-Dateien (*.sha256 *SHA256SUMS* *sha256sum*);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>stored in 0 to 100 %</source>
        <translation>belegt 0 bis 100 %</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>a CD of 650 MB</source>
        <translation>eine CD mit 650 MB</translation>
    </message>
    <message>
        <source>a CD of 700 MB</source>
        <translation>eine CD mit 700 MB</translation>
    </message>
    <message>
        <source>a DVD of 4.7 GB</source>
        <translation>eine DVD mit 4,7 GB</translation>
    </message>
    <message>
        <source>a DVD of 8.5 GB, with two layers</source>
        <translation>eine zweischichtige DVD mit 8,5 GB</translation>
    </message>
    <message>
        <source>a Blu-ray of 25 GB</source>
        <translation>eine Blu-ray mit 25 GB</translation>
    </message>
    <message>
        <source>a Blu-ray of 50 GB, with two layers</source>
        <translation>eine zweischichtige Blu-ray mit 50 GB</translation>
    </message>
</context>
<context>
    <name>ModuleText</name>
    <message>
        <source>It is loaded.</source>
        <translation>Es ist geladen.</translation>
    </message>
    <message>
        <source>Version %1 is loaded.</source>
        <translation>Version %1 ist geladen.</translation>
    </message>
    <message>
        <source>Version %1 is loaded, and version %2 came with this program.</source>
        <translation>Version %1 ist geladen, und Version %2 kam mit diesem Programm.</translation>
    </message>
    <message>
        <source>Install the new one, unload the old one, and load the new one.</source>
        <translation>Installieren Sie die neue, entladen Sie die alte, und laden Sie die neue.</translation>
    </message>
    <message>
        <source>Secure Boot refuses it, because it is not signed.</source>
        <translation>Secure Boot weist es ab, denn es ist nicht signiert.</translation>
    </message>
    <message>
        <source>Install it again: DKMS signs it, if openssl is there.</source>
        <translation>Installieren Sie es noch einmal: DKMS signiert es, wenn openssl da ist.</translation>
    </message>
    <message>
        <source>Secure Boot refuses it, because this computer does not know the key of its signature.</source>
        <translation>Secure Boot weist es ab, denn dieser Rechner kennt den Schlüssel seiner Signatur nicht.</translation>
    </message>
    <message>
        <source>These two lines hand the key over, and ask for a password that you make up. When the computer starts, choose &quot;Enroll MOK&quot; and type that password; then load the module.</source>
        <translation>Diese beiden Zeilen übergeben den Schlüssel und fragen nach einem Passwort, das Sie sich ausdenken. Wählen Sie beim Start des Rechners „Enroll MOK“, geben Sie dieses Passwort ein, und laden Sie dann das Modul.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>Es ist nicht installiert.</translation>
    </message>
    <message>
        <source>It is built for another kernel (%1), not for the one that runs (%2).</source>
        <translation>Es ist für einen anderen Kernel gebaut (%1), nicht für den, der läuft (%2).</translation>
    </message>
    <message>
        <source>To build it, the system lacks something. This line in a terminal brings it:</source>
        <translation>Um es zu bauen, fehlt dem System etwas. Diese Zeile holt es, in einem Terminal:</translation>
    </message>
    <message>
        <source>Its sources are not there. This line in a terminal brings them:</source>
        <translation>Seine Quellen sind nicht da. Diese Zeile holt sie, in einem Terminal:</translation>
    </message>
    <message>
        <source>Install builds version %1 for the kernel %2. From then on, DKMS builds it for each new kernel.</source>
        <translation>Installieren baut Version %1 für den Kernel %2. Von da an baut DKMS sie für jeden neuen Kernel.</translation>
    </message>
    <message>
        <source>It is not loaded.</source>
        <translation>Es ist nicht geladen.</translation>
    </message>
    <message>
        <source>It is installed, and not loaded.</source>
        <translation>Es ist installiert und nicht geladen.</translation>
    </message>
    <message>
        <source>It comes from a package, so the package manager installs and removes it.</source>
        <translation>Es kommt aus einem Paket; also installiert und entfernt es die Paketverwaltung.</translation>
    </message>
    <message>
        <source>The service that would change that is not there. This line in a terminal brings it:</source>
        <translation>Der Dienst, der das ändern würde, ist nicht da. Diese Zeile holt ihn, in einem Terminal:</translation>
    </message>
</context>
<context>
    <name>SavePicture</name>
    <message>
        <source>Save the map as a picture</source>
        <translation>Karte als Bild speichern</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Zeichnungen</translation>
    </message>
</context>
<context>
    <name>SaveReport</name>
    <message>
        <source>Map files</source>
        <translation>Map-Dateien</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON-Dateien</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Textdateien</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
</context>
<context>
    <name>ScanReport</name>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>Blocks %1 to %2</source>
        <translation>Blöcke %1 bis %2</translation>
    </message>
    <message>
        <source>Blocks: %1 of %2</source>
        <translation>Blöcke: %1 zu je %2</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>Es wurde kein Schaden gefunden.</translation>
    </message>
    <message>
        <source>%1 (content %2 to %3): %4</source>
        <translation>%1 (Inhalt %2 bis %3): %4</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not checked: %n block(s)</source>
        <translation>
            <numerusform>Nicht geprüft: %n Block</numerusform>
            <numerusform>Nicht geprüft: %n Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>Files and folders in these blocks:</source>
        <translation>Dateien und Ordner in diesen Blöcken:</translation>
    </message>
    <message>
        <source>Damaged head: %1</source>
        <translation>Beschädigter Kopf: %1</translation>
    </message>
    <message>
        <source>Folders whose contents are known only in part:</source>
        <translation>Ordner, deren Inhalt nur zum Teil bekannt ist:</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Block %1: %2</source>
        <translation>In Block %1: %2</translation>
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
        <translation>ein Augenblick</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>No file manager was found that opens %1.</source>
        <translation>Es wurde keine Dateiverwaltung gefunden, die %1 öffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) unreadable</source>
        <translation>
            <numerusform>%n Block unlesbar</numerusform>
            <numerusform>%n Blöcke unlesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) damaged</source>
        <translation>
            <numerusform>%n Block beschädigt</numerusform>
            <numerusform>%n Blöcke beschädigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 unreadable</source>
        <comment>blocks damaged, a number</comment>
        <translation>%1, %2 unlesbar</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a time</comment>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop a folder, ISO or image here</source>
        <translation>Ordner, ISO oder Abbild hier ablegen</translation>
    </message>
    <message>
        <source>A folder or an ISO becomes an image. An image is opened.</source>
        <translation>Ein Ordner oder eine ISO wird zu einem Abbild. Ein Abbild wird geöffnet.</translation>
    </message>
</context>
<context>
    <name>StickTask</name>
    <message>
        <source>%1 written to %2 and read back.</source>
        <translation>%1 auf %2 geschrieben und zurückgelesen.</translation>
    </message>
    <message>
        <source>A partition of %1 keeps what is written while it runs.</source>
        <translation>Eine Partition von %1 bewahrt, was geschrieben wird, während er läuft.</translation>
    </message>
    <message>
        <source>It can be taken out.</source>
        <translation>Er kann entfernt werden.</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>Write %1 to %2</source>
        <translation>%1 auf %2 schreiben</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>It does not exist.</source>
        <translation>Das gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Access is not permitted.</source>
        <translation>Der Zugriff ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Choose another place, or ask for the rights that it needs.</source>
        <translation>Wählen Sie einen anderen Ort, oder lassen Sie sich die nötigen Rechte geben.</translation>
    </message>
    <message>
        <source>It already exists.</source>
        <translation>Das gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>It is an input and would be overwritten.</source>
        <translation>Das ist eine der Quellen und würde überschrieben.</translation>
    </message>
    <message>
        <source>Choose another name for the output.</source>
        <translation>Wählen Sie einen anderen Namen für die Ausgabe.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>It is not a folder.</source>
        <translation>Das ist kein Ordner.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>There is not enough room on the disc (at least %1 needed).</source>
        <translation>Auf dem Datenträger ist nicht genug Platz (mindestens %1 werden gebraucht).</translation>
    </message>
    <message>
        <source>Make room, or choose another disc.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>The file system takes no file of that size.</source>
        <translation>Das Dateisystem nimmt keine Datei dieser Größe auf.</translation>
    </message>
    <message>
        <source>Choose another disc.</source>
        <translation>Wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>It can&apos;t be read (%2).</source>
        <translation>Das Lesen gelingt nicht (%2).</translation>
    </message>
    <message>
        <source>Try another drive, or copy what can be read with ddrescue first.</source>
        <translation>Versuchen Sie ein anderes Laufwerk, oder kopieren Sie zuerst mit ddrescue, was lesbar ist.</translation>
    </message>
    <message>
        <source>It can&apos;t be written (%2).</source>
        <translation>Das Schreiben gelingt nicht (%2).</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation>Der Inhalt hat sich während des Lesens geändert.</translation>
    </message>
    <message>
        <source>Try again when nobody writes to it.</source>
        <translation>Versuchen Sie es noch einmal, wenn niemand mehr hineinschreibt.</translation>
    </message>
    <message>
        <source>The input is not as long as announced (%1 bytes).</source>
        <translation>Die Quelle ist nicht so lang wie angekündigt (%1 Byte).</translation>
    </message>
    <message>
        <source>Correct the number, or leave it out.</source>
        <translation>Berichtigen Sie die Zahl, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>A part of it can&apos;t be read (%1).</source>
        <translation>Ein Teil davon ist nicht lesbar (%1).</translation>
    </message>
    <message>
        <source>Make that part readable, or go on without it.</source>
        <translation>Machen Sie diesen Teil lesbar, oder machen Sie ohne ihn weiter.</translation>
    </message>
    <message>
        <source>The part %1 is missing.</source>
        <translation>Der Teil %1 fehlt.</translation>
    </message>
    <message>
        <source>Put it beside the others.</source>
        <translation>Legen Sie ihn neben die anderen.</translation>
    </message>
    <message>
        <source>The pattern &quot;%1&quot; can&apos;t match anything.</source>
        <translation>Das Muster „%1“ kann auf nichts zutreffen.</translation>
    </message>
    <message>
        <source>Correct it, or leave it out.</source>
        <translation>Berichtigen Sie es, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>It is neither a file, a folder nor a drive.</source>
        <translation>Das ist weder eine Datei noch ein Ordner noch ein Laufwerk.</translation>
    </message>
    <message>
        <source>The archive is damaged (%1).</source>
        <translation>Das Archiv ist beschädigt (%1).</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Arbeitsspeicher reicht nicht.</translation>
    </message>
    <message>
        <source>Use fewer threads, or smaller blocks.</source>
        <translation>Verwenden Sie weniger Threads oder kleinere Blöcke.</translation>
    </message>
    <message>
        <source>It does not contain %1.</source>
        <translation>„%1“ gibt es darin nicht.</translation>
    </message>
    <message>
        <source>It is not a map file of ddrescue, because line %1 makes no sense.</source>
        <translation>Das ist keine Map-Datei von ddrescue, denn Zeile %1 ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>It does not contain the SHA-256 of that file.</source>
        <translation>Die SHA-256 dieser Datei steht nicht darin.</translation>
    </message>
    <message>
        <source>The map file was made of another image, or of another copy of this one.</source>
        <translation>Die Map-Datei stammt von einem anderen Abbild, oder von einer anderen Kopie dieses Abbilds.</translation>
    </message>
    <message>
        <source>Choose the right one, or check without it.</source>
        <translation>Wählen Sie die richtige, oder prüfen Sie ohne sie.</translation>
    </message>
    <message>
        <source>The cloop device does not exist.</source>
        <translation>Dieses cloop-Gerät gibt es nicht.</translation>
    </message>
    <message>
        <source>Load the kernel module first: modprobe cloop.</source>
        <translation>Laden Sie zuerst das Kernelmodul: modprobe cloop.</translation>
    </message>
    <message>
        <source>It is not a cloop device.</source>
        <translation>Das ist kein cloop-Gerät.</translation>
    </message>
    <message>
        <source>All %1 cloop devices are in use.</source>
        <translation>Alle %1 cloop-Geräte sind belegt.</translation>
    </message>
    <message>
        <source>Detach one first.</source>
        <translation>Trennen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>An image is attached to it, or it is still in use.</source>
        <translation>Daran hängt schon ein Abbild, oder es ist noch in Gebrauch.</translation>
    </message>
    <message>
        <source>Detach it first.</source>
        <translation>Trennen Sie es zuerst.</translation>
    </message>
    <message>
        <source>It is not attached.</source>
        <translation>Das ist mit keinem Gerät verbunden.</translation>
    </message>
    <message>
        <source>It is already suspended.</source>
        <translation>Das Gerät ist schon angehalten.</translation>
    </message>
    <message>
        <source>It is not on a disc that can be ejected.</source>
        <translation>Das liegt auf keiner Scheibe, die ausgeworfen werden kann.</translation>
    </message>
    <message>
        <source>The kernel refuses it, because it is not an image that the kernel reads, or not the one that was suspended.</source>
        <translation>Der Kernel nimmt es nicht an, denn es ist kein Abbild, das er liest, oder nicht das angehaltene.</translation>
    </message>
    <message>
        <source>The kernel&apos;s log says which: dmesg.</source>
        <translation>Das Protokoll des Kernels sagt, was zutrifft: dmesg.</translation>
    </message>
    <message>
        <source>The map file does not say which image it was made of, so blocks that it calls sound may be damaged here.</source>
        <translation>Die Map-Datei sagt nicht, von welchem Abbild sie stammt; Blöcke, die sie heil nennt, können hier also beschädigt sein.</translation>
    </message>
    <message>
        <source>Check without it; a map file saved afterwards says it.</source>
        <translation>Prüfen Sie ohne sie; eine danach gesicherte Map-Datei sagt es.</translation>
    </message>
    <message>
        <source>Where they matter, pack a tar archive.</source>
        <translation>Wo es darauf ankommt, packen Sie ein tar-Archiv.</translation>
    </message>
    <message>
        <source>Names above the 255 bytes that ISO 9660 allows are cut and end in a number: %1.</source>
        <translation>Namen, die länger sind als die 255 Byte, die ISO 9660 erlaubt, werden gekürzt und enden mit einer Zahl: %1.</translation>
    </message>
    <message>
        <source>Shorter names stay as they are.</source>
        <translation>Kürzere Namen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Wählen Sie eine kürzere.</translation>
    </message>
    <message>
        <source>Shorten it, or go on without the link.</source>
        <translation>Kürzen Sie es, oder machen Sie ohne die Verknüpfung weiter.</translation>
    </message>
    <message>
        <source>The ISO 9660 made of it contradicts itself, so nothing was kept.</source>
        <translation>Das daraus gemachte ISO 9660 widerspricht sich selbst, darum wurde nichts behalten.</translation>
    </message>
    <message>
        <source>Please report it, with what you did.</source>
        <translation>Bitte melden Sie das, und beschreiben Sie, was Sie getan haben.</translation>
    </message>
    <message>
        <source>It can&apos;t become an ISO 9660, because libisofs refuses it (%1).</source>
        <translation>Daraus kann kein ISO 9660 werden, denn libisofs lehnt es ab (%1).</translation>
    </message>
    <message>
        <source>%1 bytes can&apos;t be read (%2) and are zeros in the image.</source>
        <translation>%1 Byte sind nicht lesbar (%2) und im Abbild Nullen.</translation>
    </message>
    <message>
        <source>Another drive may read them.</source>
        <translation>Ein anderes Laufwerk liest sie vielleicht.</translation>
    </message>
    <message>
        <source>The archive ends before its contents do.</source>
        <translation>Das Archiv endet vor seinem Inhalt.</translation>
    </message>
    <message>
        <source>Fetch the rest of it.</source>
        <translation>Holen Sie den Rest.</translation>
    </message>
    <message>
        <source>The archive is encrypted.</source>
        <translation>Das Archiv ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Unpack it with its password, and use the folder.</source>
        <translation>Packen Sie es mit seinem Passwort aus, und verwenden Sie den Ordner.</translation>
    </message>
    <message>
        <source>The archive is packed in a way that is not read here (%1).</source>
        <translation>Das Archiv ist auf eine Art gepackt, die hier nicht gelesen wird (%1).</translation>
    </message>
    <message>
        <source>Unpack it with its own program, and use the folder.</source>
        <translation>Packen Sie es mit seinem eigenen Programm aus, und verwenden Sie den Ordner.</translation>
    </message>
    <message>
        <source>The archive holds far more names than others of its size.</source>
        <translation>Das Archiv enthält weit mehr Namen als andere seiner Größe.</translation>
    </message>
    <message>
        <source>If you trust it, unpack it, and use the folder.</source>
        <translation>Wenn Sie ihm trauen, packen Sie es aus, und verwenden Sie den Ordner.</translation>
    </message>
    <message>
        <source>It is not an archive that can be read here (tar, ZIP, 7z), though its name says so.</source>
        <translation>Das ist kein Archiv, das hier gelesen werden kann (tar, ZIP, 7z), obwohl sein Name das sagt.</translation>
    </message>
    <message>
        <source>Correct the name.</source>
        <translation>Berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>This entry of the archive can&apos;t be placed where its name says.</source>
        <translation>Dieser Eintrag des Archivs hat dort keinen Platz, wo sein Name hinweist.</translation>
    </message>
    <message>
        <source>It is larger than the 8 TiB that ISO 9660 holds.</source>
        <translation>Das ist größer als die 8 TiB, die ISO 9660 fasst.</translation>
    </message>
    <message>
        <source>Leave something out.</source>
        <translation>Lassen Sie etwas weg.</translation>
    </message>
    <message>
        <source>It is taken as it is, not unpacked.</source>
        <translation>Es wird genommen, wie es ist, nicht ausgepackt.</translation>
    </message>
    <message>
        <source>If its contents are what you want, unpack it first, and use what comes out.</source>
        <translation>Wenn Sie seinen Inhalt meinen, packen Sie es zuerst aus, und verwenden Sie, was herauskommt.</translation>
    </message>
    <message>
        <source>Joliet, which Windows reads, leaves these names out, because too many long ones begin alike: %1.</source>
        <translation>In Joliet, das Windows liest, fehlen diese Namen, weil zu viele lange gleich beginnen: %1.</translation>
    </message>
    <message>
        <source>Rock Ridge, which Linux reads, has them.</source>
        <translation>In Rock Ridge, das Linux liest, stehen sie.</translation>
    </message>
    <message>
        <source>It lies in more than 1000 folders within each other, which is too deep for an ISO 9660.</source>
        <translation>Es liegt in mehr als 1000 ineinander liegenden Ordnern, zu tief für ein ISO 9660.</translation>
    </message>
    <message>
        <source>Leave it out, or put an archive in its place.</source>
        <translation>Lassen Sie es weg, oder setzen Sie ein Archiv an seine Stelle.</translation>
    </message>
    <message>
        <source>These files grew while they were read: %1.</source>
        <translation>Diese Dateien wuchsen, während sie gelesen wurden: %1.</translation>
    </message>
    <message>
        <source>The image holds what they had when they were listed.</source>
        <translation>Das Abbild enthält, was sie beim Auflisten hatten.</translation>
    </message>
    <message>
        <source>These were deleted while the folder was listed, and are left out: %1.</source>
        <translation>Dies wurde gelöscht, während der Ordner gelesen wurde, und fehlt deshalb: %1.</translation>
    </message>
    <message>
        <source>Nothing in the source matches %1.</source>
        <translation>Auf %1 trifft nichts in der Quelle zu.</translation>
    </message>
    <message>
        <source>A pattern with a slash counts from the root of the source.</source>
        <translation>Ein Muster mit Schrägstrich zählt von der Wurzel der Quelle an.</translation>
    </message>
    <message>
        <source>The file system takes this name for that of something else in the folder, which stays.</source>
        <translation>Das Dateisystem hält diesen Namen für den von etwas anderem im Ordner, das bleibt.</translation>
    </message>
    <message>
        <source>Choose another folder, or a file system that distinguishes such names.</source>
        <translation>Wählen Sie einen anderen Ordner, oder ein Dateisystem, das solche Namen unterscheidet.</translation>
    </message>
    <message>
        <source>It was moved or replaced while files were brought into it.</source>
        <translation>Er wurde verschoben oder ausgetauscht, während Dateien hineinkamen.</translation>
    </message>
    <message>
        <source>Try again where nobody else changes it.</source>
        <translation>Versuchen Sie es noch einmal, wo ihn sonst niemand ändert.</translation>
    </message>
    <message>
        <source>It is one of several parts, and the next one does not count on from its name (%1).</source>
        <translation>Das ist einer von mehreren Teilen, und der Name des nächsten zählt nicht weiter (%1).</translation>
    </message>
    <message>
        <source>Join them first.</source>
        <translation>Fügen Sie sie zuerst zusammen.</translation>
    </message>
    <message>
        <source>It is taken by itself.</source>
        <translation>Es wird für sich allein genommen.</translation>
    </message>
    <message>
        <source>If %1 belongs to it, join them first, or put the first part beside them where it is missing.</source>
        <translation>Wenn %1 dazugehört, fügen Sie beide zuerst zusammen, oder legen Sie den ersten Teil daneben, wenn er fehlt.</translation>
    </message>
    <message>
        <source>Choose another disc, or cut the image into parts.</source>
        <translation>Wählen Sie einen anderen Datenträger, oder zerlegen Sie das Abbild in Teile.</translation>
    </message>
    <message>
        <source>The time of %1 becomes the nearest that ISO 9660 can express (1900 to 2155).</source>
        <translation>Für %1 wird die nächste Zeit genommen, die ISO 9660 kennt (1900 bis 2155).</translation>
    </message>
    <message>
        <source>It is a terminal, which can&apos;t show what would be written.</source>
        <translation>Das ist ein Terminal, das nicht zeigen kann, was geschrieben würde.</translation>
    </message>
    <message>
        <source>The output has no name.</source>
        <translation>Die Ausgabe hat keinen Namen.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>It is not an ordinary file, so it is not replaced.</source>
        <translation>Das ist keine gewöhnliche Datei, darum wird es nicht ersetzt.</translation>
    </message>
    <message>
        <source>The head and the blocks can&apos;t go to the same file.</source>
        <translation>Kopf und Blöcke können nicht in dieselbe Datei.</translation>
    </message>
    <message>
        <source>Name two files.</source>
        <translation>Nennen Sie zwei Dateien.</translation>
    </message>
    <message>
        <source>The codec %1 exists only in version 4.</source>
        <translation>Den Codec %1 gibt es nur in Version 4.</translation>
    </message>
    <message>
        <source>Choose another codec, or version 4.</source>
        <translation>Wählen Sie einen anderen Codec, oder Version 4.</translation>
    </message>
    <message>
        <source>The codec %1 has no levels.</source>
        <translation>Der Codec %1 hat keine Stufen.</translation>
    </message>
    <message>
        <source>Leave the level out.</source>
        <translation>Lassen Sie die Stufe weg.</translation>
    </message>
    <message>
        <source>The codec does not have that level (%1).</source>
        <translation>Diese Stufe hat der Codec nicht (%1).</translation>
    </message>
    <message>
        <source>Choose another level.</source>
        <translation>Wählen Sie eine andere Stufe.</translation>
    </message>
    <message>
        <source>Standard input is read only from beginning to end, and here any place must be readable.</source>
        <translation>Die Standardeingabe wird nur von Anfang bis Ende gelesen, und hier muss jede Stelle lesbar sein.</translation>
    </message>
    <message>
        <source>SOURCE_DATE_EPOCH is &quot;%1&quot;, which is not a number of seconds since 1970.</source>
        <translation>SOURCE_DATE_EPOCH ist „%1“, also keine Zahl von Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>Correct or unset this variable.</source>
        <translation>Berichtigen oder löschen Sie diese Variable.</translation>
    </message>
    <message>
        <source>It is longer than the 16 MiB that a list of patterns can have.</source>
        <translation>Die Datei ist länger als die 16 MiB, die eine Liste von Mustern haben kann.</translation>
    </message>
    <message>
        <source>More than %1 names in one folder begin with the same 27 letters, which is too much for an ISO 9660.</source>
        <translation>Mehr als %1 Namen in einem Ordner beginnen mit denselben 27 Zeichen, zu viele für ein ISO 9660.</translation>
    </message>
    <message>
        <source>Rename some, or leave them out.</source>
        <translation>Benennen Sie einige um, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>The library %1 or newer is needed, and an older one is installed.</source>
        <translation>Die Bibliothek %1 oder eine neuere wird gebraucht, und eine ältere ist installiert.</translation>
    </message>
    <message>
        <source>Update it.</source>
        <translation>Aktualisieren Sie sie.</translation>
    </message>
    <message>
        <source>The archive takes too much memory to unpack, because its dictionary has %1.</source>
        <translation>Das Archiv braucht zum Auspacken zu viel Arbeitsspeicher, denn sein Wörterbuch hat %1.</translation>
    </message>
    <message>
        <source>It is the last of several volumes of a ZIP.</source>
        <translation>Das ist der letzte von mehreren Teilen eines ZIP-Archivs.</translation>
    </message>
    <message>
        <source>Join the volumes first, as zip -s 0 does.</source>
        <translation>Fügen Sie die Teile zuerst zusammen, wie es zip -s 0 tut.</translation>
    </message>
    <message>
        <source>This entry of the archive has no name.</source>
        <translation>Dieser Eintrag des Archivs hat keinen Namen.</translation>
    </message>
    <message>
        <source>The name of this entry of the archive is too long.</source>
        <translation>Der Name dieses Eintrags des Archivs ist zu lang.</translation>
    </message>
    <message>
        <source>This entry of the archive has the name of an earlier one, perhaps with its accents stored in another way.</source>
        <translation>Dieser Eintrag des Archivs heißt wie ein früherer, vielleicht mit anders gespeicherten Akzenten.</translation>
    </message>
    <message>
        <source>If both are needed, unpack the archive with its own program, and use the folder.</source>
        <translation>Wenn Sie beide brauchen, packen Sie das Archiv mit seinem eigenen Programm aus, und verwenden Sie den Ordner.</translation>
    </message>
    <message>
        <source>This entry of the archive lies in %1, which is not a folder.</source>
        <translation>Dieser Eintrag des Archivs liegt in %1, das kein Ordner ist.</translation>
    </message>
    <message>
        <source>This entry of the archive has the name of a folder that is not empty.</source>
        <translation>Dieser Eintrag des Archivs heißt wie ein Ordner, der nicht leer ist.</translation>
    </message>
    <message>
        <source>The links on the way to this entry of the archive lead in a circle.</source>
        <translation>Die Verknüpfungen auf dem Weg zu diesem Eintrag des Archivs führen im Kreis.</translation>
    </message>
    <message>
        <source>This entry of the archive is a hard link to %1, which is not in it.</source>
        <translation>Dieser Eintrag des Archivs ist ein Hardlink auf %1, das nicht darin ist.</translation>
    </message>
    <message>
        <source>This entry of the archive is a hard link to a folder, which can&apos;t be.</source>
        <translation>Dieser Eintrag des Archivs ist ein Hardlink auf einen Ordner, was es nicht geben kann.</translation>
    </message>
    <message>
        <source>The disc is mounted there too.</source>
        <translation>Die Scheibe ist dort auch eingehängt.</translation>
    </message>
    <message>
        <source>Unmount it there first.</source>
        <translation>Hängen Sie sie dort zuerst aus.</translation>
    </message>
    <message>
        <source>The disc can&apos;t be unmounted (%2).</source>
        <translation>Die Scheibe lässt sich nicht aushängen (%2).</translation>
    </message>
    <message>
        <source>Close what uses it; fuser -vm lists that.</source>
        <translation>Schließen Sie, was sie benutzt; fuser -vm zeigt es.</translation>
    </message>
    <message>
        <source>The drive does not open (%2).</source>
        <translation>Das Laufwerk öffnet sich nicht (%2).</translation>
    </message>
    <message>
        <source>Take the disc out by hand.</source>
        <translation>Nehmen Sie die Scheibe von Hand heraus.</translation>
    </message>
    <message>
        <source>It can&apos;t be suspended, because it shows partitions (--partscan, or partx).</source>
        <translation>Das Gerät lässt sich nicht anhalten, weil es Partitionen zeigt (--partscan oder partx).</translation>
    </message>
    <message>
        <source>Unmount and detach it instead.</source>
        <translation>Hängen Sie es stattdessen aus, und trennen Sie es.</translation>
    </message>
    <message>
        <source>A .zip holds 65 535 names and 4 GiB at most, and there is more.</source>
        <translation>Ein .zip fasst höchstens 65 535 Namen und 4 GiB, und das hier ist mehr.</translation>
    </message>
    <message>
        <source>Choose .tar.xz instead.</source>
        <translation>Wählen Sie stattdessen .tar.xz.</translation>
    </message>
    <message>
        <source>The name does not say which kind of archive it is to be.</source>
        <translation>Der Name sagt nicht, welche Art von Archiv es werden soll.</translation>
    </message>
    <message>
        <source>Let it end in .tar.xz or .zip.</source>
        <translation>Lassen Sie ihn auf .tar.xz oder .zip enden.</translation>
    </message>
    <message>
        <source>It is not a cloop image.</source>
        <translation>Das ist kein cloop-Abbild.</translation>
    </message>
    <message>
        <source>The file ends within its head.</source>
        <translation>Die Datei endet mitten in ihrem Kopf.</translation>
    </message>
    <message>
        <source>The head is damaged: it names a block size of %1 bytes, which no image has.</source>
        <translation>Der Kopf ist beschädigt: Er nennt eine Blockgröße von %1 Byte, die kein Abbild hat.</translation>
    </message>
    <message>
        <source>%1 blocks are more than an image can have.</source>
        <translation>%1 Blöcke sind mehr, als ein Abbild haben kann.</translation>
    </message>
    <message>
        <source>Larger blocks make fewer; if the image exists, its head is damaged.</source>
        <translation>Mit größeren Blöcken werden es weniger; wenn es das Abbild schon gibt, ist sein Kopf beschädigt.</translation>
    </message>
    <message>
        <source>No block can be found, because nothing in the index can be trusted.</source>
        <translation>Kein Block ist zu finden, weil auf nichts im Index Verlass ist.</translation>
    </message>
    <message>
        <source>The index does not say where the block lies.</source>
        <translation>Der Index sagt nicht, wo der Block liegt.</translation>
    </message>
    <message>
        <source>The file ends before the block does.</source>
        <translation>Die Datei endet früher als der Block.</translation>
    </message>
    <message>
        <source>The stored data can&apos;t be decompressed.</source>
        <translation>Die gespeicherten Daten lassen sich nicht entpacken.</translation>
    </message>
    <message>
        <source>The medium can&apos;t be read there (%2).</source>
        <translation>Der Datenträger ist dort nicht lesbar (%2).</translation>
    </message>
    <message>
        <source>Another drive may read it.</source>
        <translation>Ein anderes Laufwerk kann ihn vielleicht lesen.</translation>
    </message>
    <message>
        <source>The block&apos;s codec has the number %1, which does not exist.</source>
        <translation>Der Codec des Blocks hat die Nummer %1, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The codec %1 is known, but this program was built without it.</source>
        <translation>Der Codec %1 ist bekannt, aber dieses Programm wurde ohne ihn gebaut.</translation>
    </message>
    <message>
        <source>Use a program that has it.</source>
        <translation>Verwenden Sie eines, das ihn hat.</translation>
    </message>
    <message>
        <source>What was written reads back differently, so nothing was kept.</source>
        <translation>Beim Zurücklesen kam etwas anderes heraus, als geschrieben wurde; darum wurde nichts behalten.</translation>
    </message>
    <message>
        <source>Check the disc and the memory of this machine, then try again.</source>
        <translation>Prüfen Sie den Datenträger und den Arbeitsspeicher dieses Rechners, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>It does not contain a file system that can be read here.</source>
        <translation>Darin ist kein Dateisystem, das hier gelesen werden kann.</translation>
    </message>
    <message>
        <source>The contents of this folder are known only in part.</source>
        <translation>Der Inhalt dieses Ordners ist nur zum Teil bekannt.</translation>
    </message>
    <message>
        <source>The name would lead out of the target folder, so it was left out.</source>
        <translation>Der Name würde aus dem Zielordner hinausführen, darum wurde er ausgelassen.</translation>
    </message>
    <message>
        <source>The image ends before this file does.</source>
        <translation>Das Abbild endet früher als diese Datei.</translation>
    </message>
    <message>
        <source>It is not the file that the SHA-256 was made of (%1).</source>
        <translation>Das ist nicht die Datei, von der die SHA-256 stammt (%1).</translation>
    </message>
    <message>
        <source>It is an image of FreeBSD in its format %1, which only FreeBSD reads.</source>
        <translation>Das ist ein Abbild von FreeBSD in dessen Format %1, das nur FreeBSD liest.</translation>
    </message>
    <message>
        <source>Unpack it there.</source>
        <translation>Packen Sie es dort aus.</translation>
    </message>
    <message>
        <source>It is compressed in a way that is not known here, because its ZF entry fits neither zisofs 1 nor zisofs 2.</source>
        <translation>Das ist auf eine hier unbekannte Art gepackt, denn sein ZF-Eintrag passt weder zu zisofs 1 noch zu zisofs 2.</translation>
    </message>
    <message>
        <source>It contains %1, which is read not here but by the kernel.</source>
        <translation>Darin ist %1, was nicht hier gelesen wird, sondern vom Kernel.</translation>
    </message>
    <message>
        <source>It holds CD sectors of %1 bytes, with all that a drive adds to them.</source>
        <translation>Das enthält CD-Sektoren von %1 Byte, mit allem, was ein Laufwerk hinzufügt.</translation>
    </message>
    <message>
        <source>Make sectors of 2048 bytes of it first, with bchunk or ccd2iso.</source>
        <translation>Machen Sie zuerst Sektoren von 2048 Byte daraus, mit bchunk oder ccd2iso.</translation>
    </message>
    <message>
        <source>Its record is damaged: its name, place, size or kind contradicts itself or the disc&apos;s other tree.</source>
        <translation>Der Eintrag ist beschädigt: Name, Ort, Größe oder Art widersprechen sich selbst oder dem anderen Baum der Scheibe.</translation>
    </message>
    <message>
        <source>Compare it with another copy.</source>
        <translation>Vergleichen Sie es mit einer anderen Kopie.</translation>
    </message>
    <message>
        <source>Its directories claim more than so small a disc can hold, so the rest of them is left out.</source>
        <translation>Die Verzeichnisse behaupten mehr, als eine so kleine Scheibe fassen kann, darum wird der Rest ausgelassen.</translation>
    </message>
    <message>
        <source>This is an error in the program itself.</source>
        <translation>Das ist ein Fehler im Programm selbst.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1, head last</source>
        <translation>%1, Kopf am Ende</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>heil</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>unverifiable</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>unverifiable: its codec has no check</source>
        <translation>nicht prüfbar: Sein Codec hat keine Prüfsumme</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>Auflisten</translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation>Komprimieren</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Überprüfen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>Extrahieren</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>Schätzen</translation>
    </message>
    <message>
        <source>0 (0.68 and older)</source>
        <translation>0 (0.68 und älter)</translation>
    </message>
    <message>
        <source>It notes a size that can&apos;t be right (%1 bytes). The content is read as %2 bytes, and may end in zeros.</source>
        <translation>Er vermerkt eine Größe, die nicht stimmen kann (%1 Byte). Der Inhalt wird als %2 Byte gelesen und endet vielleicht mit Nullen.</translation>
    </message>
    <message>
        <source>The system refused it (%2).</source>
        <translation>Das System hat es verweigert (%2).</translation>
    </message>
    <message>
        <source>It names a version that does not exist. Its index and blocks show version %2, which is used.</source>
        <translation>Er nennt eine Version, die es nicht gibt. Index und Blöcke zeigen Version %2, die verwendet wird.</translation>
    </message>
    <message>
        <source>It says blocks of %1 bytes. The blocks themselves show %2, which is used.</source>
        <translation>Er nennt Blöcke von %1 Byte. Die Blöcke selbst zeigen %2, was verwendet wird.</translation>
    </message>
    <message>
        <source>It says %1 blocks. The index shows %2, which is used.</source>
        <translation>Er nennt %1 Blöcke. Der Index zeigt %2, was verwendet wird.</translation>
    </message>
    <message>
        <source>Mount the image.</source>
        <translation>Hängen Sie das Abbild ein.</translation>
    </message>
    <message>
        <source>Its disc is out of the drive, or another disc is in.</source>
        <translation>Seine Scheibe ist nicht im Laufwerk, oder eine andere ist darin.</translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation>Legen Sie sie wieder ein.</translation>
    </message>
    <message>
        <source>The system&apos;s message bus (D-Bus) does not answer.</source>
        <translation>Der Nachrichtenbus des Systems (D-Bus) antwortet nicht.</translation>
    </message>
    <message>
        <source>The files can still be shown without it.</source>
        <translation>Die Dateien lassen sich auch ohne ihn zeigen.</translation>
    </message>
    <message>
        <source>Cloopsmith&apos;s service is not installed, or does not start (%1).</source>
        <translation>Cloopsmiths Dienst ist nicht installiert oder startet nicht (%1).</translation>
    </message>
    <message>
        <source>Install it: apt install cloop-helper.</source>
        <translation>Installieren Sie ihn: apt install cloop-helper.</translation>
    </message>
    <message>
        <source>Nothing can decide whether you may do this, because polkit does not run.</source>
        <translation>Nichts kann entscheiden, ob Sie das dürfen, denn polkit läuft nicht.</translation>
    </message>
    <message>
        <source>Install it: apt install polkitd.</source>
        <translation>Installieren Sie es: apt install polkitd.</translation>
    </message>
    <message>
        <source>This system does not permit you to do this.</source>
        <translation>Dieses System erlaubt Ihnen das nicht.</translation>
    </message>
    <message>
        <source>Ask its administrator.</source>
        <translation>Fragen Sie den, der es verwaltet.</translation>
    </message>
    <message>
        <source>A password is needed, and nothing here asks for it.</source>
        <translation>Dafür ist ein Passwort nötig, und nichts fragt hier danach.</translation>
    </message>
    <message>
        <source>Do it in a desktop session.</source>
        <translation>Tun Sie es in einer Sitzung an der Oberfläche.</translation>
    </message>
    <message>
        <source>The question for the password was dismissed.</source>
        <translation>Die Frage nach dem Passwort wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The service udisks is not installed, or does not start (%1).</source>
        <translation>Der Dienst udisks ist nicht installiert oder startet nicht (%1).</translation>
    </message>
    <message>
        <source>Install it: apt install udisks2.</source>
        <translation>Installieren Sie ihn: apt install udisks2.</translation>
    </message>
    <message>
        <source>The service udisks refused it (%1).</source>
        <translation>Der Dienst udisks hat es abgelehnt (%1).</translation>
    </message>
    <message>
        <source>This system has no FUSE (%1).</source>
        <translation>Dieses System hat kein FUSE (%1).</translation>
    </message>
    <message>
        <source>Install it: apt install fuse3.</source>
        <translation>Installieren Sie es: apt install fuse3.</translation>
    </message>
    <message>
        <source>The program cloop-fuse, which serves the image, has ended (%1).</source>
        <translation>Das Programm cloop-fuse, das das Abbild bereitstellt, ist beendet (%1).</translation>
    </message>
    <message>
        <source>The kernel can&apos;t mount the content (%1).</source>
        <translation>Der Kernel kann den Inhalt nicht einhängen (%1).</translation>
    </message>
    <message>
        <source>It may be attached as a device.</source>
        <translation>Er lässt sich mit einem Gerät verbinden.</translation>
    </message>
    <message>
        <source>It is mounted already (%1).</source>
        <translation>Es ist schon eingehängt (%1).</translation>
    </message>
    <message>
        <source>It is not mounted.</source>
        <translation>Es ist nicht eingehängt.</translation>
    </message>
    <message>
        <source>It is in use (%1).</source>
        <translation>Es ist in Gebrauch (%1).</translation>
    </message>
    <message>
        <source>Close what uses it.</source>
        <translation>Schließen Sie, was es benutzt.</translation>
    </message>
    <message>
        <source>This session has no folder of its own to mount it in.</source>
        <translation>Diese Sitzung hat keinen eigenen Ordner, um es darin einzuhängen.</translation>
    </message>
    <message>
        <source>The folder is not empty.</source>
        <translation>Der Ordner ist nicht leer.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Wählen Sie einen leeren Ordner.</translation>
    </message>
    <message>
        <source>The kernel module is in use.</source>
        <translation>Das Kernelmodul ist in Gebrauch.</translation>
    </message>
    <message>
        <source>Unmount and detach all images first.</source>
        <translation>Hängen Sie zuerst alle Abbilder aus, und trennen Sie sie.</translation>
    </message>
    <message>
        <source>The kernel module can&apos;t be built, because something is missing.</source>
        <translation>Das Kernelmodul lässt sich nicht bauen, denn es fehlt etwas.</translation>
    </message>
    <message>
        <source>Install it: apt install %1.</source>
        <translation>Installieren Sie es: apt install %1.</translation>
    </message>
    <message>
        <source>The kernel module could not be built (%1).</source>
        <translation>Das Kernelmodul ließ sich nicht bauen (%1).</translation>
    </message>
    <message>
        <source>Secure Boot refuses the kernel module, because it does not know its key.</source>
        <translation>Secure Boot weist das Kernelmodul ab, denn es kennt dessen Schlüssel nicht.</translation>
    </message>
    <message>
        <source>Type: mokutil --import /var/lib/dkms/mok.pub; reboot, and confirm the key.</source>
        <translation>Tippen Sie: mokutil --import /var/lib/dkms/mok.pub; starten Sie neu, und bestätigen Sie den Schlüssel.</translation>
    </message>
    <message>
        <source>The kernel refuses the module (%1).</source>
        <translation>Der Kernel weist das Modul ab (%1).</translation>
    </message>
    <message>
        <source>The service is busy with another request.</source>
        <translation>Der Dienst ist mit einer anderen Bitte beschäftigt.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Extended attributes, access lists and capabilities are left out, because the file system has no room for them. Files that have some: %1.</source>
        <translation>Erweiterte Attribute, Zugriffslisten und Capabilities entfallen, weil das Dateisystem keinen Platz für sie hat. Dateien, die welche haben: %1.</translation>
    </message>
    <message>
        <source>The label becomes %1, because ISO 9660 gives it 32 bytes, EROFS 16.</source>
        <translation>Die Bezeichnung wird zu %1, weil ISO 9660 ihr 32 Bytes gibt, EROFS 16.</translation>
    </message>
    <message>
        <source>The link&apos;s target is too long. ISO 9660 takes 1024 bytes, and 248 between two slashes; EROFS takes 4095.</source>
        <translation>Das Ziel der Verknüpfung ist zu lang. ISO 9660 fasst 1024 Bytes, und 248 zwischen zwei Schrägstrichen; EROFS fasst 4095.</translation>
    </message>
    <message>
        <source>Linux cuts names of 254 and 255 bytes when it reads ISO 9660: %1.</source>
        <translation>Linux kürzt Namen von 254 und 255 Bytes, wenn es ISO 9660 liest: %1.</translation>
    </message>
    <message>
        <source>Linux misreads device numbers with a minor above 255 in ISO 9660: %1.</source>
        <translation>Linux liest Gerätenummern mit einer Unternummer über 255 in ISO 9660 falsch: %1.</translation>
    </message>
    <message>
        <source>The file system compresses it once more, which is not read here.</source>
        <translation>Das Dateisystem komprimiert sie noch einmal, was hier nicht gelesen wird.</translation>
    </message>
    <message>
        <source>Mount the image, and the kernel reads it.</source>
        <translation>Hängen Sie das Abbild ein, dann liest sie der Kernel.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>It does not have this partition (it has %1).</source>
        <translation>Diese Partition gibt es darin nicht (es gibt %1).</translation>
    </message>
    <message>
        <source>A file that every live disc needs is not installed.</source>
        <translation>Eine Datei, die jede Live-Disc braucht, ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install Cloopsmith again, on a computer with GRUB&apos;s packages.</source>
        <translation>Installieren Sie Cloopsmith neu, auf einem Rechner mit den Paketen von GRUB.</translation>
    </message>
    <message>
        <source>It has no kernel in /boot, so a disc made of it can&apos;t start.</source>
        <translation>Es hat keinen Kernel in /boot, daher kann eine Disc daraus nicht starten.</translation>
    </message>
    <message>
        <source>Install a kernel in it, such as Debian&apos;s linux-image-amd64; exports of containers have none.</source>
        <translation>Installieren Sie darin einen Kernel, etwa linux-image-amd64 von Debian; Exporte von Containern haben keinen.</translation>
    </message>
    <message>
        <source>The modules of its kernel (%1) are missing.</source>
        <translation>Die Module seines Kernels (%1) fehlen.</translation>
    </message>
    <message>
        <source>Install the kernel&apos;s package in it, and run depmod.</source>
        <translation>Installieren Sie darin das Paket des Kernels, und starten Sie depmod.</translation>
    </message>
    <message>
        <source>It has nothing to start, because /sbin/init is missing.</source>
        <translation>Es hat nichts zu starten, denn /sbin/init fehlt.</translation>
    </message>
    <message>
        <source>Install an init system in it, such as Debian&apos;s systemd-sysv.</source>
        <translation>Installieren Sie darin ein Init-System, etwa systemd-sysv von Debian.</translation>
    </message>
    <message>
        <source>This kernel lacks a driver that the disc needs (%1).</source>
        <translation>Diesem Kernel fehlt ein Treiber, den die Disc braucht (%1).</translation>
    </message>
    <message>
        <source>Install another kernel.</source>
        <translation>Installieren Sie einen anderen Kernel.</translation>
    </message>
    <message>
        <source>The disc is too large for the medium (by %1).</source>
        <translation>Die Disc ist zu groß für das Medium (um %1).</translation>
    </message>
    <message>
        <source>Choose a stronger preset, or leave something out.</source>
        <translation>Wählen Sie eine stärkere Voreinstellung, oder lassen Sie etwas weg.</translation>
    </message>
    <message>
        <source>Writing the disc</source>
        <translation>Die Disc wird geschrieben</translation>
    </message>
    <message>
        <source>It is not a disk.</source>
        <translation>Es ist kein Datenträger.</translation>
    </message>
    <message>
        <source>It is a part of a disk, of which the whole is needed (%1).</source>
        <translation>Es ist ein Teil eines Datenträgers, der ganz gebraucht wird (%1).</translation>
    </message>
    <message>
        <source>Name the whole disk.</source>
        <translation>Nennen Sie den ganzen Datenträger.</translation>
    </message>
    <message>
        <source>It is built into this computer, so it is not overwritten.</source>
        <translation>Er ist in diesen Rechner eingebaut, daher wird er nicht überschrieben.</translation>
    </message>
    <message>
        <source>Choose a stick or a memory card.</source>
        <translation>Wählen Sie einen Stick oder eine Speicherkarte.</translation>
    </message>
    <message>
        <source>The disk is in use (%1).</source>
        <translation>Der Datenträger wird benutzt (%1).</translation>
    </message>
    <message>
        <source>Unmount it first.</source>
        <translation>Hängen Sie ihn zuerst aus.</translation>
    </message>
    <message>
        <source>The disk can&apos;t be written to.</source>
        <translation>Auf den Datenträger kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Move its switch, or take another one.</source>
        <translation>Stellen Sie seinen Schalter um, oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The disk is too small (by %1).</source>
        <translation>Der Datenträger ist zu klein (um %1).</translation>
    </message>
    <message>
        <source>Take a larger one.</source>
        <translation>Nehmen Sie einen größeren.</translation>
    </message>
    <message>
        <source>The address of the server is not right (at %1).</source>
        <translation>Die Adresse des Servers stimmt nicht (bei %1).</translation>
    </message>
    <message>
        <source>It looks like this: nats://TOKEN@HOST:PORT#FINGERPRINT.</source>
        <translation>Sie sieht so aus: nats://TOKEN@HOST:PORT#FINGERPRINT.</translation>
    </message>
    <message>
        <source>The program nats-server is not installed.</source>
        <translation>Das Programm nats-server ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it, in Debian as the package nats-server.</source>
        <translation>Installieren Sie es, in Debian als Paket nats-server.</translation>
    </message>
    <message>
        <source>The program nats-server ended (%1).</source>
        <translation>Das Programm nats-server endete (%1).</translation>
    </message>
    <message>
        <source>Mend what it names.</source>
        <translation>Beheben Sie, was es nennt.</translation>
    </message>
    <message>
        <source>The server does not answer (%1).</source>
        <translation>Der Server antwortet nicht (%1).</translation>
    </message>
    <message>
        <source>Check its address, and whether a firewall is in between.</source>
        <translation>Prüfen Sie seine Adresse und ob eine Firewall dazwischen liegt.</translation>
    </message>
    <message>
        <source>The server refuses the token, password or key.</source>
        <translation>Der Server lehnt Token, Passwort oder Schlüssel ab.</translation>
    </message>
    <message>
        <source>Copy the whole line again.</source>
        <translation>Kopieren Sie die ganze Zeile noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not the one that was named (%1).</source>
        <translation>Das Zertifikat des Servers ist nicht das genannte (%1).</translation>
    </message>
    <message>
        <source>Copy the whole line again; if that changes nothing, another computer answers in the server&apos;s place.</source>
        <translation>Kopieren Sie die ganze Zeile noch einmal; ändert das nichts, so antwortet ein anderer Computer an Stelle des Servers.</translation>
    </message>
    <message>
        <source>The server keeps no streams (%1).</source>
        <translation>Der Server bewahrt keine Ströme auf (%1).</translation>
    </message>
    <message>
        <source>Start it with JetStream (nats-server -js), and give that 256 MiB of memory for each image.</source>
        <translation>Starten Sie ihn mit JetStream (nats-server -js), und geben Sie diesem 256 MiB Speicher für jedes Abbild.</translation>
    </message>
    <message>
        <source>The server passes no blocks of that size on (at most %1).</source>
        <translation>Der Server gibt keine Blöcke dieser Größe weiter (höchstens %1).</translation>
    </message>
    <message>
        <source>Choose smaller blocks.</source>
        <translation>Wählen Sie kleinere Blöcke.</translation>
    </message>
    <message>
        <source>This program was built without libnats, by which computers work together.</source>
        <translation>Dieses Programm wurde ohne libnats gebaut, durch die Computer zusammenarbeiten.</translation>
    </message>
    <message>
        <source>Use one that was built with it.</source>
        <translation>Verwenden Sie eines, das mit ihr gebaut wurde.</translation>
    </message>
    <message>
        <source>It has no table of partitions with room for one more.</source>
        <translation>Es fehlt eine Partitionstabelle, in der noch eine Partition Platz hat.</translation>
    </message>
    <message>
        <source>Write it without a partition for what is to be kept.</source>
        <translation>Schreiben Sie ohne eine Partition für das, was bewahrt werden soll.</translation>
    </message>
    <message>
        <source>The disk has no room for one more partition (%1 are missing).</source>
        <translation>Der Datenträger hat keinen Platz für eine weitere Partition (%1 fehlen).</translation>
    </message>
    <message>
        <source>The program mke2fs, which makes file systems, is not installed.</source>
        <translation>Das Programm mke2fs, das Dateisysteme anlegt, ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it: apt install e2fsprogs.</source>
        <translation>Installieren Sie es: apt install e2fsprogs.</translation>
    </message>
    <message>
        <source>The program mke2fs made no file system (%1).</source>
        <translation>Das Programm mke2fs hat kein Dateisystem angelegt (%1).</translation>
    </message>
    <message>
        <source>The chosen disk is gone, or another one has taken its place, so nothing was written.</source>
        <translation>Der gewählte Datenträger ist nicht mehr da, oder ein anderer hat seinen Platz eingenommen, deshalb wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Look which disk it is, and choose again.</source>
        <translation>Sehen Sie nach, welcher es ist, und wählen Sie neu.</translation>
    </message>
    <message>
        <source>A computer without a name</source>
        <translation>Ein Computer ohne Namen</translation>
    </message>
    <message>
        <source>%1 helps, with %2.</source>
        <translation>%1 hilft, mit %2.</translation>
    </message>
    <message>
        <source>%1 has left. What it had goes to others.</source>
        <translation>%1 ist gegangen. Was er hatte, bekommen andere.</translation>
    </message>
    <message>
        <source>%1 does not help, because its encoders have other versions and might write other bytes.</source>
        <translation>%1 hilft nicht, weil seine Encoder andere Versionen haben und andere Bytes schreiben könnten.</translation>
    </message>
    <message>
        <source>--any-version takes it.</source>
        <translation>--any-version nimmt ihn.</translation>
    </message>
    <message>
        <source>%1 does not help, because it lacks this encoder.</source>
        <translation>%1 hilft nicht, weil ihm dieser Encoder fehlt.</translation>
    </message>
    <message>
        <source>%1 does not help, because its --max-memory is too little for such blocks.</source>
        <translation>%1 hilft nicht, weil sein --max-memory für solche Blöcke zu klein ist.</translation>
    </message>
    <message>
        <source>%1 returned a wrong block. It is encoded again.</source>
        <translation>%1 hat einen falschen Block geliefert. Er wird noch einmal kodiert.</translation>
    </message>
    <message>
        <source>%1 is shut out, because %2 of its blocks were wrong. Check its memory.</source>
        <translation>%1 ist ausgeschlossen, weil %2 seiner Blöcke falsch waren. Prüfen Sie seinen Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The server had ended. It runs again, and the work goes on.</source>
        <translation>Der Server war beendet. Er läuft wieder, und die Arbeit geht weiter.</translation>
    </message>
    <message>
        <source>The server does not answer. This computer goes on alone.</source>
        <translation>Der Server antwortet nicht. Dieser Computer macht allein weiter.</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>Der Server antwortet wieder.</translation>
    </message>
    <message>
        <source>No computer works, because of --no-local.</source>
        <translation>Wegen --no-local arbeitet kein Computer.</translation>
    </message>
    <message>
        <source>Start cloop worker on another one, as said above.</source>
        <translation>Starten Sie cloop worker auf einem anderen, wie oben gesagt.</translation>
    </message>
    <message>
        <source>The server does not permit what this needs (%1).</source>
        <translation>Der Server erlaubt nicht, was dies braucht (%1).</translation>
    </message>
    <message>
        <source>Let this user publish and subscribe to cloop.&gt;, _INBOX.&gt; and $JS.&gt;.</source>
        <translation>Lassen Sie diesen Benutzer cloop.&gt;, _INBOX.&gt; und $JS.&gt; veröffentlichen und abonnieren.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BackButton</name>
    <message>
        <source>Back to the start page</source>
        <translation>Zurück zur Startseite</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BlockTableModel</name>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Content from</source>
        <translation>Inhalt ab</translation>
    </message>
    <message>
        <source>Lies at</source>
        <translation>Liegt bei</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BlocksView</name>
    <message>
        <source>All blocks</source>
        <translation>Alle Blöcke</translation>
    </message>
    <message>
        <source>Damaged or unreadable</source>
        <translation>Beschädigt oder unlesbar</translation>
    </message>
    <message>
        <source>Unverifiable</source>
        <translation>Nicht prüfbar</translation>
    </message>
    <message>
        <source>Hardly shrunk (98 % and more)</source>
        <translation>Kaum geschrumpft (98 % und mehr)</translation>
    </message>
    <message>
        <source>Which blocks are listed</source>
        <translation>Welche Blöcke aufgeführt sind</translation>
    </message>
    <message>
        <source>Blocks of the image</source>
        <translation>Blöcke des Abbilds</translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s)</source>
        <translation>
            <numerusform>%Ln Block</numerusform>
            <numerusform>%Ln Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
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
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Kernel %1 starts, by BIOS and UEFI, from CD, DVD or stick.</source>
        <translation>Kernel %1 startet, mit BIOS und UEFI, von CD, DVD oder Stick.</translation>
    </message>
    <message>
        <source>What belongs to one machine stays at home: %1.</source>
        <translation>Was zu einem einzigen Rechner gehört, bleibt zu Hause: %1.</translation>
    </message>
    <message>
        <source>It has no udev, so drivers must be loaded by hand.</source>
        <translation>Es hat kein udev, daher müssen Treiber von Hand geladen werden.</translation>
    </message>
    <message>
        <source>Ma&amp;ke it bootable: an ISO that starts a computer</source>
        <translation>Startfähiges S&amp;ystem: ein ISO, das einen Rechner startet</translation>
    </message>
    <message>
        <source>The source is looked through…</source>
        <translation>Die Quelle wird durchgesehen …</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildChoices</name>
    <message>
        <source>Write its SHA-&amp;256 into a file beside it</source>
        <translation>SHA-&amp;256 in eine Datei daneben schreiben</translation>
    </message>
    <message>
        <source>&amp;Go on past what can&apos;t be read</source>
        <translation>Unlesbares übers&amp;pringen</translation>
    </message>
    <message>
        <source>&amp;Compatible</source>
        <translation>&amp;Verträglich</translation>
    </message>
    <message>
        <source>Every reader takes it, old ones too.</source>
        <translation>Jedes Leseprogramm nimmt es, auch ein altes.</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>The same, compressed harder.</source>
        <translation>Dasselbe, stärker komprimiert.</translation>
    </message>
    <message>
        <source>S&amp;mallest</source>
        <translation>Am k&amp;leinsten</translation>
    </message>
    <message>
        <source>For newer readers; slow to make.</source>
        <translation>Für neuere Leseprogramme; das Bauen dauert lange.</translation>
    </message>
    <message>
        <source>C&amp;ustom</source>
        <translation>&amp;Eigene Wahl</translation>
    </message>
    <message>
        <source>Version, codec, level and block size of your own choice.</source>
        <translation>Formatversion, Codec, Stufe und Blockgröße nach eigener Wahl.</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Weitere &amp;Optionen</translation>
    </message>
    <message>
        <source>2.0: every reader</source>
        <translation>2.0: für jedes Leseprogramm</translation>
    </message>
    <message>
        <source>4.0: a codec for each block</source>
        <translation>4.0: ein Codec für jeden Block</translation>
    </message>
    <message>
        <source>4.0 with the head last</source>
        <translation>4.0 mit dem Kopf am Ende</translation>
    </message>
    <message>
        <source>V&amp;ersion</source>
        <translation>Formatvers&amp;ion</translation>
    </message>
    <message>
        <source>Co&amp;dec</source>
        <translation>&amp;Codec</translation>
    </message>
    <message>
        <source>Block si&amp;ze</source>
        <translation>Block&amp;größe</translation>
    </message>
    <message>
        <source>Zeros stand in place of what is lost, and the result lists it.</source>
        <translation>An der Stelle des Verlorenen stehen Nullen, und das Ergebnis führt es auf.</translation>
    </message>
    <message>
        <source>in one file</source>
        <translation>in einer Datei</translation>
    </message>
    <message>
        <source>in parts below 650 MiB</source>
        <translation>in Teilen unter 650 MiB</translation>
    </message>
    <message>
        <source>in parts below 700 MiB</source>
        <translation>in Teilen unter 700 MiB</translation>
    </message>
    <message>
        <source>in parts below 2 GiB</source>
        <translation>in Teilen unter 2 GiB</translation>
    </message>
    <message>
        <source>in parts below 4 GiB (FAT32)</source>
        <translation>in Teilen unter 4 GiB (FAT32)</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>Anzahl der &amp;Threads</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>in parts below %1</source>
        <translation>in Teilen unter %1</translation>
    </message>
    <message>
        <source>best of all, block by block</source>
        <translation>der beste von allen, Block für Block</translation>
    </message>
    <message>
        <source>Leve&amp;l</source>
        <translation>&amp;Stufe</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>A&amp;ufteilung</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a folder, and how large what is built from is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>wird geschätzt …</translation>
    </message>
    <message>
        <source>Verif&amp;y: read it back and compare</source>
        <translation>Überprüfen: &amp;zurücklesen und vergleichen</translation>
    </message>
    <message>
        <source>Use other computers</source>
        <translation>Andere Computer mitnutzen</translation>
    </message>
    <message>
        <source>While it is built, a line is shown to be typed on each of them. It pays with Smaller and Smallest.</source>
        <translation>Während des Baus wird eine Zeile gezeigt, die auf jedem davon einzugeben ist. Es lohnt sich bei Kleiner und Am kleinsten.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildPage</name>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Bauen</translation>
    </message>
    <message>
        <source>Convert %1</source>
        <translation>%1 umwandeln</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Convert to %1</source>
        <translation>In %1 umwandeln</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 bauen</translation>
    </message>
    <message>
        <source>Done and verified: %1 in %2 (%3).</source>
        <translation>Fertig und überprüft: %1 in %2 (%3).</translation>
    </message>
    <message>
        <source>Done, not verified: %1 in %2 (%3).</source>
        <translation>Fertig, nicht überprüft: %1 in %2 (%3).</translation>
    </message>
    <message>
        <source>SHA-256 of the content: %1</source>
        <translation>SHA-256 des Inhalts: %1</translation>
    </message>
    <message>
        <source>SHA-256 of the image: %1</source>
        <translation>SHA-256 des Abbilds: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the source could not be read.</source>
        <translation>
            <numerusform>%n Teil der Quelle war nicht lesbar.</numerusform>
            <numerusform>%n Teile der Quelle waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Another build writes to that place already.</source>
        <translation>Dorthin wird schon ein anderes Abbild geschrieben.</translation>
    </message>
    <message>
        <source>%1 is being built.</source>
        <translation>%1 wird gebaut.</translation>
    </message>
    <message>
        <source>Converting to %1</source>
        <translation>Umwandeln in %1</translation>
    </message>
    <message>
        <source>Building %1</source>
        <translation>%1 wird gebaut</translation>
    </message>
    <message>
        <source>Each block appears here as it is built, in a colour for how far it shrank.</source>
        <translation>Hier erscheint jeder Block, sobald er gebaut ist, in einer Farbe dafür, wie weit er schrumpfte.</translation>
    </message>
    <message>
        <source>%1: not stored yet</source>
        <comment>one or more blocks</comment>
        <translation>%1: noch nicht gebaut</translation>
    </message>
    <message>
        <source>%1: stored in %2, %3</source>
        <comment>one or more blocks, ratio, state</comment>
        <translation>%1: %2 belegt, %3</translation>
    </message>
    <message>
        <source>At %1 of the content, %2 stored in %3, %4</source>
        <comment>offset, size, size, codec</comment>
        <translation>Bei %1 des Inhalts, %2 gespeichert in %3, %4</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildProgress</name>
    <message>
        <source>Progress of the build</source>
        <translation>Fortschritt des Bauens</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Stored in, so far</source>
        <translation>Bisher belegt</translation>
    </message>
    <message>
        <source>Time so far</source>
        <translation>Bisher vergangen</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Noch nötig</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Abbr&amp;echen</translation>
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
        <translation>F&amp;ortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>There is probably not enough room on the disc: about %1 are needed, %2 are free.</source>
        <translation>Auf dem Datenträger ist wahrscheinlich nicht genug Platz: etwa %1 werden gebraucht, %2 sind frei.</translation>
    </message>
    <message>
        <source>To be typed on each other computer:</source>
        <translation>Auf jedem anderen Computer einzugeben:</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::CommandLines</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ContentsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a link and its target</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>damage inside</source>
        <translation>Schaden darin</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DamageModel</name>
    <message>
        <source>… and more: the saved report has all.</source>
        <translation>… und mehr: Der gespeicherte Bericht enthält alles.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Offset in the content</source>
        <translation>Offset im Inhalt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DamageView</name>
    <message>
        <source>Save as &amp;text…</source>
        <translation>Als &amp;Text speichern …</translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation>Als &amp;JSON speichern …</translation>
    </message>
    <message>
        <source>Save a &amp;map file (ddrescue)…</source>
        <translation>&amp;Map-Datei speichern (ddrescue) …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Files that are not whole</source>
        <translation>Dateien, die nicht heil sind</translation>
    </message>
    <message>
        <source>Damaged blocks and the files in them</source>
        <translation>Beschädigte Blöcke und die Dateien darin</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>Beri&amp;cht</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message>
        <source>%1 of %2 blocks damaged</source>
        <translation>%1 von %2 Blöcken beschädigt</translation>
    </message>
    <message>
        <source>All blocks are sound.</source>
        <translation>Alle Blöcke sind heil.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 files are not whole</source>
        <translation>%1: %2 von %3 Dateien sind nicht heil</translation>
    </message>
    <message>
        <source>No damage so far.</source>
        <translation>Bisher kein Schaden.</translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation>Es wurde kein Schaden gefunden.</translation>
    </message>
    <message>
        <source>%1 of %2 blocks unreadable</source>
        <translation>%1 von %2 Blöcken unlesbar</translation>
    </message>
    <message>
        <source>%1, %2 unreadable</source>
        <comment>so many of so many blocks damaged, a number</comment>
        <translation>%1, %2 unlesbar</translation>
    </message>
    <message>
        <source>B&amp;y file</source>
        <translation>Nach Dat&amp;eien</translation>
    </message>
    <message>
        <source>By bloc&amp;k</source>
        <translation>Nach Bl&amp;öcken</translation>
    </message>
    <message>
        <source>Check every block</source>
        <translation>Jeden Block prüfen</translation>
    </message>
    <message>
        <source>Extr&amp;act the whole files…</source>
        <translation>Hei&amp;le Dateien extrahieren …</translation>
    </message>
    <message>
        <source>Read the unreadable ones a&amp;gain</source>
        <translation>Unlesbare noch ein&amp;mal lesen</translation>
    </message>
    <message>
        <source>Save a ta&amp;ble of all blocks (CSV)…</source>
        <translation>Ta&amp;belle aller Blöcke speichern (CSV) …</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DamagedFilesModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>… and more: the saved report has all.</source>
        <translation>… und mehr: Der gespeicherte Bericht enthält alles.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DetailsPane</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Offset in the content</source>
        <translation>Offset im Inhalt</translation>
    </message>
    <message>
        <source>Stored size</source>
        <translation>Gespeicherte Größe</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Offset in the file</source>
        <translation>Offset in der Datei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln Byte</numerusform>
            <numerusform>%Ln Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Symbolic link</source>
        <translation>Symbolischer Link</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Pipe</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>A part of the file system itself</source>
        <translation>Ein Teil des Dateisystems selbst</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>In damaged blocks</source>
        <translation>In beschädigten Blöcken</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>its record is damaged</source>
        <translation>sein Eintrag ist beschädigt</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>only a part of it is known</source>
        <translation>nur ein Teil davon ist bekannt</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>Hineinsehen</translation>
    </message>
    <message>
        <source>&amp;On the map</source>
        <translation>Auf der Karte &amp;zeigen</translation>
    </message>
    <message>
        <source>Choose a file to see where it lies, or a block to see which files it belongs to.</source>
        <translation>Wählen Sie eine Datei, um zu sehen, wo sie liegt, oder einen Block, um zu sehen, zu welchen Dateien er gehört.</translation>
    </message>
    <message>
        <source>No file lies here.</source>
        <translation>Hier liegt keine Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s)</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner</numerusform>
            <numerusform>%Ln Dateien und Ordner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ExportDialog</name>
    <message>
        <source>%1 written and verified.</source>
        <translation>%1 geschrieben und überprüft.</translation>
    </message>
    <message>
        <source>%1 written.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are lost, with zeros in their place:</source>
        <translation>
            <numerusform>%n Block ist verloren, an seiner Stelle stehen Nullen:</numerusform>
            <numerusform>%n Blöcke sind verloren, an ihrer Stelle stehen Nullen:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Byte)</translation>
    </message>
    <message>
        <source>%1: too large for any disc; a USB stick may take it.</source>
        <translation>%1: zu groß für jede Disk; ein USB-Stick fasst es vielleicht.</translation>
    </message>
    <message>
        <source>%1: fits %2, with %3 to spare.</source>
        <translation>%1: passt auf %2, dabei bleiben %3 frei.</translation>
    </message>
    <message>
        <source>&amp;Verify: read it back from the disc and compare</source>
        <translation>Über&amp;prüfen: vom Datenträger zurücklesen und vergleichen</translation>
    </message>
    <message>
        <source>Write its &amp;SHA-256 into a file beside it</source>
        <translation>&amp;SHA-256 in eine Datei daneben schreiben</translation>
    </message>
    <message>
        <source>Export the content</source>
        <translation>Inhalt exportieren</translation>
    </message>
    <message>
        <source>The content of the image, uncompressed: an ISO to burn, where it is one. Where a block is lost, zeros stand in its place, and the result lists them.</source>
        <translation>Der Inhalt des Abbilds, unkomprimiert: ein ISO zum Brennen, wenn er eines ist. An der Stelle verlorener Blöcke stehen Nullen, und das Ergebnis führt diese Blöcke auf.</translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation>Schreiben &amp;nach</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>ISO images (*.iso);;All files (*)</source>
        <translation>ISO-Abbilder (*.iso);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>… all of them in the log</source>
        <translation>… alle im Protokoll</translation>
    </message>
    <message>
        <source>It could not be written into a file: %1</source>
        <translation>Sie ließ sich nicht in eine Datei schreiben: %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>No SHA-256 file was written, since the content is not whole.</source>
        <translation>Eine SHA-256-Datei wurde nicht geschrieben, da der Inhalt nicht vollständig ist.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::FilesView</name>
    <message>
        <source>Find a name</source>
        <translation>Name suchen</translation>
    </message>
    <message>
        <source>Files inside the image</source>
        <translation>Dateien im Abbild</translation>
    </message>
    <message>
        <source>&amp;Extract…</source>
        <translation>E&amp;xtrahieren …</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>&amp;Hineinsehen</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>Auf der &amp;Karte zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy the path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Onl&amp;y damaged</source>
        <translation>Nur bes&amp;chädigte</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::HistogramView</name>
    <message>
        <source>Histogram of the ratios</source>
        <translation>Histogramm der Verhältnisse</translation>
    </message>
    <message>
        <source>Largest group: %1</source>
        <translation>Größte Gruppe: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>longer than the block itself: %1</source>
        <translation>länger als der Block selbst: %1</translation>
    </message>
    <message>
        <source>stored in %1 to %2 %: %3</source>
        <translation>belegt %1 bis %2 %: %3</translation>
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
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xport ISO…</source>
        <translation>ISO e&amp;xportieren …</translation>
    </message>
    <message>
        <source>To a &amp;folder…</source>
        <translation>In einen &amp;Ordner …</translation>
    </message>
    <message>
        <source>To an &amp;archive…</source>
        <translation>In ein &amp;Archiv …</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Go on &amp;checking</source>
        <translation>Weiter &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Read every block, and name the files that damage costs</source>
        <translation>Jeden Block lesen und die Dateien nennen, die der Schaden kostet</translation>
    </message>
    <message>
        <source>&amp;Unmount</source>
        <translation>A&amp;ushängen</translation>
    </message>
    <message>
        <source>Open &amp;the folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Moun&amp;t</source>
        <translation>Einhän&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Extract chosen…</source>
        <translation>Gewähltes ext&amp;rahieren …</translation>
    </message>
    <message>
        <source>&amp;Extract found…</source>
        <translation>Gefundenes ext&amp;rahieren …</translation>
    </message>
    <message>
        <source>&amp;Extract all…</source>
        <translation>Alles ext&amp;rahieren …</translation>
    </message>
    <message>
        <source>Show what is inside as a folder of this computer, read-only</source>
        <translation>Zeigt den Inhalt als Ordner dieses Rechners, nur lesbar</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Anhal&amp;ten</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::InspectPage</name>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Taken from the map file. Blocks that are known to be sound, which the next check leaves out: %1.</source>
        <translation>Aus der Map-Datei übernommen. Schon als heil bekannte Blöcke, die die nächste Prüfung auslässt: %1.</translation>
    </message>
    <message>
        <source>By the map of the copied disc, every block of the image was read.</source>
        <translation>Nach der Map-Datei der kopierten Disk wurde jeder Block des Abbilds gelesen.</translation>
    </message>
    <message>
        <source>Extract to a folder</source>
        <translation>In einen Ordner extrahieren</translation>
    </message>
    <message>
        <source>Extract to an archive</source>
        <translation>In ein Archiv extrahieren</translation>
    </message>
    <message>
        <source>Take up a check from its map file</source>
        <translation>Prüfung aus ihrer Map-Datei wieder aufnehmen</translation>
    </message>
    <message>
        <source>Map files (*.map *.mapfile *.log);;All files (*)</source>
        <translation>Map-Dateien (*.map *.mapfile *.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The map file that ddrescue wrote when the disc was copied</source>
        <translation>Die Map-Datei, die ddrescue beim Kopieren der Disk schrieb</translation>
    </message>
    <message>
        <source>Where the image lies on the disc</source>
        <translation>Wo das Abbild auf der Disk liegt</translation>
    </message>
    <message>
        <source>The map counts from the start of the disc. At which byte of the disc does this image begin?
0, where the image alone was copied. Of a whole disc, open its ISO instead: then this is known.</source>
        <translation>Die Map-Datei zählt vom Anfang der Disk an. Bei welchem Byte der Disk beginnt dieses Abbild?
0, wenn das Abbild allein kopiert wurde. Wurde die ganze Disk kopiert, öffnen Sie stattdessen deren ISO: Dann ist das bekannt.</translation>
    </message>
    <message>
        <source>This image has no blocks.</source>
        <translation>Dieses Abbild hat keine Blöcke.</translation>
    </message>
    <message>
        <source>All that is there: owners, links, devices</source>
        <translation>Alles, was da ist: Eigentümer, Verweise, Geräte</translation>
    </message>
    <message>
        <source>For every system: files and folders</source>
        <translation>Für jedes System: Dateien und Ordner</translation>
    </message>
    <message>
        <source>%1 No files are known. Export the content to look at it otherwise.</source>
        <translation>%1 Dateien sind nicht bekannt. Exportieren Sie den Inhalt, um ihn anders anzusehen.</translation>
    </message>
    <message numerus="yes">
        <source>By the map of the copied disc, %n block(s) could not be read whole. A check finds out which of them are sound all the same.</source>
        <translation>
            <numerusform>Nach der Map-Datei der kopierten Disk war %n Block nicht vollständig lesbar. Eine Prüfung zeigt, ob er trotzdem heil ist.</numerusform>
            <numerusform>Nach der Map-Datei der kopierten Disk waren %n Blöcke nicht vollständig lesbar. Eine Prüfung zeigt, welche davon trotzdem heil sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not a number of bytes.</source>
        <translation>„%1“ ist keine Anzahl von Byte.</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>&amp;Blocks</source>
        <translation>&amp;Blöcke</translation>
    </message>
    <message>
        <source>&amp;Damage</source>
        <translation>&amp;Schaden</translation>
    </message>
    <message>
        <source>A check reads every block, and names the files that damage costs.</source>
        <translation>Eine Prüfung liest jeden Block und nennt die Dateien, die der Schaden kostet.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are damaged by what the index says. A check finds out about the others.</source>
        <translation>
            <numerusform>Dem Index nach ist %n Block beschädigt. Über die anderen gibt eine Prüfung Auskunft.</numerusform>
            <numerusform>Dem Index nach sind %n Blöcke beschädigt. Über die anderen gibt eine Prüfung Auskunft.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Damage (%1)</source>
        <translation>&amp;Schaden (%1)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>head damaged</source>
        <translation>Kopf beschädigt</translation>
    </message>
    <message>
        <source>checked in part</source>
        <translation>teilweise geprüft</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>cannot tell: no check in %n block(s)</source>
        <translation>
            <numerusform>nicht feststellbar: %n Block ohne Prüfsumme</numerusform>
            <numerusform>nicht feststellbar: %n Blöcke ohne Prüfsumme</numerusform>
        </translation>
    </message>
    <message>
        <source>whole</source>
        <translation>heil</translation>
    </message>
    <message>
        <source>There is nothing to check, because this image has no blocks.</source>
        <translation>Es gibt nichts zu prüfen, denn dieses Abbild hat keine Blöcke.</translation>
    </message>
    <message>
        <source>Everything else can be extracted: the whole files here, or all with zeros in place of what is lost.</source>
        <translation>Alles andere lässt sich extrahieren: hier die heilen Dateien, oder alles, mit Nullen an der Stelle des Verlorenen.</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>Extrahieren</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are in %1 already: %2</source>
        <translation>
            <numerusform>%n Name ist in %1 schon vorhanden: %2</numerusform>
            <numerusform>%n Namen sind in %1 schon vorhanden: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>This is for all of them. Folders are entered in any case; files that are not extracted stay as they are.</source>
        <translation>Das gilt für alle. Ordner werden in jedem Fall betreten; Dateien, die nicht extrahiert werden, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Über&amp;springen</translation>
    </message>
    <message>
        <source>&amp;Keep both, in a new folder</source>
        <translation>&amp;Beide behalten, in einem neuen Ordner</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The report is saved: %1</source>
        <translation>Der Bericht ist gespeichert: %1</translation>
    </message>
    <message>
        <source>That is more than %1, which is too much to drag. Extract it instead.</source>
        <translation>Das ist mehr als %1 und damit zu viel zum Ziehen. Extrahieren Sie es stattdessen.</translation>
    </message>
    <message>
        <source>The picture is saved: %1</source>
        <translation>Das Bild ist gespeichert: %1</translation>
    </message>
    <message>
        <source>Checked in part %1.</source>
        <comment>when</comment>
        <translation>Teilweise geprüft %1.</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <comment>when</comment>
        <translation>Geprüft %1.</translation>
    </message>
    <message>
        <source>%1 A check goes on with the other blocks.</source>
        <translation>%1 Eine Prüfung fährt mit den übrigen Blöcken fort.</translation>
    </message>
    <message>
        <source>%1 Everything else can be extracted.</source>
        <translation>%1 Alles andere lässt sich extrahieren.</translation>
    </message>
    <message>
        <source>Stopped. What was checked so far is kept, and the next check goes on from there.</source>
        <translation>Abgebrochen. Was bisher geprüft wurde, bleibt erhalten, und die nächste Prüfung fährt von dort fort.</translation>
    </message>
    <message numerus="yes">
        <source>No damage was found, but %n block(s) can&apos;t be checked, because their codec has no check.</source>
        <translation>
            <numerusform>Es wurde kein Schaden gefunden, aber %n Block ist nicht prüfbar, weil sein Codec keine Prüfsumme hat.</numerusform>
            <numerusform>Es wurde kein Schaden gefunden, aber %n Blöcke sind nicht prüfbar, weil ihr Codec keine Prüfsumme hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>File&amp;s</source>
        <translation>Date&amp;ien</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::Job</name>
    <message>
        <source>Waits for the job before it.</source>
        <translation>Wartet auf den Auftrag davor.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
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
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
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
        <translation>%1: begonnen.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::JobRow</name>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation>Fortschritt: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, and for which job</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>Brennen</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>Copy the command for a terminal</source>
        <translation>Befehl für ein Terminal kopieren</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when a job ended, and how</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::JobStrip</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation>Fortschritt: %1</translation>
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
        <translation>Kein Auftrag läuft.</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>Pro&amp;tokoll …</translation>
    </message>
    <message>
        <source>Remove &amp;ended</source>
        <translation>Beendete entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>The log is kept in %1, also that of earlier days.</source>
        <translation>Das Protokoll steht in %1, auch das früherer Tage.</translation>
    </message>
    <message>
        <source>The log can&apos;t be kept in %1: %2</source>
        <translation>Das Protokoll lässt sich nicht in %1 speichern: %2</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>&amp;Build an image of a folder…</source>
        <translation>Abbild eines &amp;Ordners bauen …</translation>
    </message>
    <message>
        <source>Build an image of a &amp;file…</source>
        <translation>Abbild einer &amp;Datei bauen …</translation>
    </message>
    <message>
        <source>&amp;Open an image…</source>
        <translation>Abbild ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Export the content…</source>
        <translation>Inhalt &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Convert to another version…</source>
        <translation>In eine andere &amp;Version umwandeln …</translation>
    </message>
    <message>
        <source>Save the &amp;map as a picture…</source>
        <translation>&amp;Karte als Bild speichern …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Next damage</source>
        <translation>&amp;Nächster Schaden</translation>
    </message>
    <message>
        <source>&amp;Previous damage</source>
        <translation>Vo&amp;riger Schaden</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>&amp;Blau</translation>
    </message>
    <message>
        <source>&amp;Violet to yellow</source>
        <translation>&amp;Violett bis Gelb</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Cloopsmith</source>
        <translation>Ü&amp;ber Cloopsmith</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>Au&amp;fträge</translation>
    </message>
    <message>
        <source>Jobs of Cloopsmith are still working.</source>
        <translation>Es laufen noch Aufträge von Cloopsmith.</translation>
    </message>
    <message>
        <source>&amp;Jobs (%1)</source>
        <translation>Au&amp;fträge (%1)</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>a job and how far it is</comment>
        <translation>%1 – %2</translation>
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
        <translation>Abbild öffnen</translation>
    </message>
    <message>
        <source>Images and discs (*.cloop *.iso *.000 *.a0 KNOPPIX*);;All files (*)</source>
        <translation>Abbilder und Disks (*.cloop *.iso *.000 *.a0 KNOPPIX*);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Build an image of this folder</source>
        <translation>Abbild dieses Ordners bauen</translation>
    </message>
    <message>
        <source>Build an image of this file</source>
        <translation>Abbild dieser Datei bauen</translation>
    </message>
    <message>
        <source>Discs and archives (*.iso *.img *.tar *.tar.* *.tgz *.zip *.7z);;All files (*)</source>
        <translation>Disks und Archive (*.iso *.img *.tar *.tar.* *.tgz *.zip *.7z);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>About Cloopsmith</source>
        <translation>Über Cloopsmith</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Cloopsmith %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Makes compressed disc images, shows every block of them, and brings out of damaged ones what can be had.&lt;/p&gt;&lt;p&gt;Free software: GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Cloopsmith %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Macht komprimierte Disk-Abbilder, zeigt jeden Block darin und holt aus beschädigten heraus, was zu retten ist.&lt;/p&gt;&lt;p&gt;Freie Software: GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1: the part %2 seems to be missing. Put it beside the others.</source>
        <translation>%1: Der Teil %2 scheint zu fehlen. Legen Sie ihn neben die anderen.</translation>
    </message>
    <message>
        <source>%1 is a disc with an image on it, which is shown here: %2</source>
        <translation>%1 ist eine Disk mit einem Abbild darauf, das hier gezeigt wird: %2</translation>
    </message>
    <message>
        <source>Drop one file or folder of this computer, or all parts of one image.</source>
        <translation>Legen Sie eine Datei oder einen Ordner von diesem Rechner ab, oder alle Teile eines Abbilds.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not done. Stop and leave? Nothing half-made is kept.</source>
        <translation>
            <numerusform>%n Auftrag ist nicht fertig. Abbrechen und beenden? Nichts Halbfertiges wird behalten.</numerusform>
            <numerusform>%n Aufträge sind nicht fertig. Abbrechen und beenden? Nichts Halbfertiges wird behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;HA-256 of the image</source>
        <translation>S&amp;HA-256 des Abbilds</translation>
    </message>
    <message>
        <source>Compare &amp;with a SHA-256 file…</source>
        <translation>Mit einer SHA-256-Datei ver&amp;gleichen …</translation>
    </message>
    <message>
        <source>&amp;Opened image</source>
        <translation>Ge&amp;öffnetes Abbild</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Bauen</translation>
    </message>
    <message>
        <source>Co&amp;lours of the map</source>
        <translation>F&amp;arben der Karte</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Build an image of it</source>
        <translation>Ein Abbild davon bauen</translation>
    </message>
    <message>
        <source>%1 is being checked. Stop that and show %2?</source>
        <translation>%1 wird gerade geprüft. Soll das abgebrochen und %2 gezeigt werden?</translation>
    </message>
    <message>
        <source>Build an image of the disc instead</source>
        <translation>Stattdessen ein Abbild der Disk bauen</translation>
    </message>
    <message>
        <source>Chec&amp;k every block</source>
        <translation>Jeden Block &amp;prüfen</translation>
    </message>
    <message>
        <source>No further damage is known. A check looks at every block.</source>
        <translation>Weitere Schäden sind nicht bekannt. Eine Prüfung sieht jeden Block an.</translation>
    </message>
    <message>
        <source>There is no further damage.</source>
        <translation>Weitere Schäden gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 ends before its last block does: it was cut short. Fetch the rest of it; what is there can be brought out.</source>
        <translation>%1 endet vor dem Ende des letzten Blocks: Die Datei wurde abgeschnitten. Holen Sie den Rest; was da ist, lässt sich herausholen.</translation>
    </message>
    <message>
        <source>%1: the part %2 is shorter than the others. Fetch it again.</source>
        <translation>%1: Der Teil %2 ist kürzer als die anderen. Laden Sie ihn noch einmal herunter.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Abbrechen und beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zu&amp;letzt geöffnete</translation>
    </message>
    <message>
        <source>Open &amp;disc</source>
        <translation>Di&amp;sk öffnen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a file and its folder</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a disc and its drive</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Close the image</source>
        <translation>Abbild s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Abbild</translation>
    </message>
    <message>
        <source>E&amp;xtract…</source>
        <translation>E&amp;xtrahieren …</translation>
    </message>
    <message>
        <source>Continue a check from its map &amp;file…</source>
        <translation>Prüfung aus ihrer &amp;Map-Datei fortsetzen …</translation>
    </message>
    <message>
        <source>&amp;Import the map of a copied disc (ddrescue)…</source>
        <translation>Map-Datei einer kopierten Disk (ddrescue) &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Properties</source>
        <translation>Eigenscha&amp;ften</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>&amp;Fit the whole image</source>
        <translation>Ganzes Abbild ein&amp;passen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read, because you have no right to read this drive: an administrator can add you to its group (most often &quot;cdrom&quot;).</source>
        <translation>%1 lässt sich nicht lesen, weil Sie dieses Laufwerk nicht lesen dürfen: Ein Administrator kann Sie in dessen Gruppe aufnehmen (meist „cdrom“).</translation>
    </message>
    <message>
        <source>&amp;Stop the check</source>
        <translation>Prüfung an&amp;halten</translation>
    </message>
    <message>
        <source>%1 is being checked. Stop that and close it?</source>
        <translation>%1 wird gerade geprüft. Die Prüfung anhalten und schließen?</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Moun&amp;t, or open its folder</source>
        <translation>Einhä&amp;ngen oder seinen Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Unmount</source>
        <translation>A&amp;ushängen</translation>
    </message>
    <message>
        <source>&amp;Mounted images</source>
        <translation>Einge&amp;hängte Abbilder</translation>
    </message>
    <message>
        <source>Kernel &amp;module…</source>
        <translation>Kernel&amp;modul …</translation>
    </message>
    <message>
        <source>Mounted (%1)</source>
        <translation>Eingehängt (%1)</translation>
    </message>
    <message>
        <source>Mounted</source>
        <translation>Eingehängt</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Lo&amp;g…</source>
        <translation>Pro&amp;tokoll …</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>The guide can&apos;t be opened: it is not installed, or there is no browser.</source>
        <translation>Das Handbuch kann nicht geöffnet werden: Es ist nicht installiert, oder es gibt keinen Browser.</translation>
    </message>
    <message>
        <source>%1 is one part of a set, and the sandbox has none of the others. Choose the folder that has them.</source>
        <translation>%1 ist ein Teil eines Satzes, und die Sandbox hat keinen der anderen. Wählen Sie den Ordner, in dem sie liegen.</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>The folder with all parts</source>
        <translation>Der Ordner mit allen Teilen</translation>
    </message>
    <message>
        <source>Write the content to a &amp;stick…</source>
        <translation>Den Inhalt auf einen &amp;Stick schreiben …</translation>
    </message>
    <message>
        <source>%1 does not answer, and was given up.</source>
        <translation>%1 antwortet nicht und wurde aufgegeben.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MapLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
    <message>
        <source>stored in 0 to 100 %</source>
        <translation>belegt 0 bis 100 %</translation>
    </message>
    <message>
        <source>%1 sound</source>
        <translation>%1 heil</translation>
    </message>
    <message>
        <source>%1 damaged</source>
        <translation>%1 beschädigt</translation>
    </message>
    <message>
        <source>%1 unreadable</source>
        <translation>%1 unlesbar</translation>
    </message>
    <message>
        <source>%1 unverifiable</source>
        <translation>%1 nicht prüfbar</translation>
    </message>
    <message>
        <source>%1 not stored yet</source>
        <translation>%1 noch nicht gebaut</translation>
    </message>
    <message>
        <source>%1 not checked</source>
        <translation>%1 nicht geprüft</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MapPanel</name>
    <message>
        <source>First block top left, in rows</source>
        <translation>Erster Block oben links, in Zeilen</translation>
    </message>
    <message>
        <source>As a spiral, as on a disc</source>
        <translation>Als Spirale, wie auf einer Disk</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit the whole image</source>
        <translation>Ganzes Abbild einpassen</translation>
    </message>
    <message>
        <source>From the inside to the edge, as a drive reads it</source>
        <translation>Von innen zum Rand, wie ein Laufwerk liest</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MapView</name>
    <message>
        <source>Block map</source>
        <translation>Blockkarte</translation>
    </message>
    <message>
        <source>Block %1, %2. %3</source>
        <comment>number, state, the whole map</comment>
        <translation>Block %1, %2. %3</translation>
    </message>
    <message>
        <source>%1 blocks: %2 sound, %3 damaged, %4 unreadable, %5 unverifiable, %6 not checked</source>
        <translation>%1 Blöcke: %2 heil, %3 beschädigt, %4 unlesbar, %5 nicht prüfbar, %6 nicht geprüft</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ModuleDialog</name>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installieren</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>&amp;Unload</source>
        <translation>&amp;Entladen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Kernel module</source>
        <translation>Kernelmodul</translation>
    </message>
    <message>
        <source>Nobody needs the kernel module to look into an image, or to mount one. With it, the kernel itself reads images: as discs /dev/cloop0 and so on, without a program that has to keep running.</source>
        <translation>Niemand braucht das Kernelmodul, um in ein Abbild zu sehen oder eines einzuhängen. Mit ihm liest der Kernel Abbilder selbst: als Scheiben /dev/cloop0 und so weiter, ohne ein Programm, das dafür laufen muss.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>What was run, and what it wrote</source>
        <translation>Was lief, und was es schrieb</translation>
    </message>
    <message>
        <source>Copy the lo&amp;g</source>
        <translation>&amp;Protokoll kopieren</translation>
    </message>
    <message>
        <source>The work goes on when this is closed; only its log is lost.</source>
        <translation>Die Arbeit geht weiter, wenn das hier geschlossen wird; nur ihr Protokoll geht verloren.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MountedRow</name>
    <message>
        <source>by the kernel module</source>
        <translation>durch das Kernelmodul</translation>
    </message>
    <message>
        <source>by FUSE and a loop device</source>
        <translation>durch FUSE und ein Loop-Gerät</translation>
    </message>
    <message>
        <source>as a tree, by FUSE</source>
        <translation>als Baum, durch FUSE</translation>
    </message>
    <message>
        <source>%1, not mounted</source>
        <comment>a device</comment>
        <translation>%1, nicht eingehängt</translation>
    </message>
    <message>
        <source>of the user %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>An unknown image</source>
        <translation>Ein unbekanntes Abbild</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, and for which image</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Unmounting…</source>
        <translation>Wird ausgehängt …</translation>
    </message>
    <message>
        <source>Unmount</source>
        <translation>Aushängen</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesbar</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::Mounting</name>
    <message numerus="yes">
        <source>%n block(s) of %1 are damaged. Programs that read a file in them get an error.</source>
        <translation>
            <numerusform>%n Block von %1 ist beschädigt. Programme, die eine Datei darin lesen, erhalten einen Fehler.</numerusform>
            <numerusform>%n Blöcke von %1 sind beschädigt. Programme, die eine Datei darin lesen, erhalten einen Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount a damaged image</source>
        <translation>Ein beschädigtes Abbild einhängen</translation>
    </message>
    <message>
        <source>As a tree, all that is sound can be read. Mounted by the kernel, some of what lies beside the damage would be lost too.</source>
        <translation>Als Baum lässt sich alles Heile lesen. Vom Kernel eingehängt, ginge auch manches neben dem Schaden verloren.</translation>
    </message>
    <message>
        <source>&amp;Show the tree</source>
        <translation>&amp;Baum zeigen</translation>
    </message>
    <message>
        <source>&amp;Mount</source>
        <translation>&amp;Einhängen</translation>
    </message>
    <message>
        <source>%1 is mounted as a tree of its files. %2</source>
        <translation>%1 ist als Baum seiner Dateien eingehängt. %2</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Mounted, outside of the sandbox: open %1 in the file manager.</source>
        <translation>Eingehängt, außerhalb der Sandbox: Öffnen Sie %1 im Dateimanager.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MountsPopover</name>
    <message>
        <source>Mounted images</source>
        <translation>Eingehängte Abbilder</translation>
    </message>
    <message>
        <source>No image is mounted.</source>
        <translation>Kein Abbild ist eingehängt.</translation>
    </message>
    <message>
        <source>&amp;Kernel module…</source>
        <translation>&amp;Kernelmodul …</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::OutputChoice</name>
    <message>
        <source>&amp;Write to</source>
        <translation>Sch&amp;reiben nach</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>The name needs its folder: begin with /, or choose the place.</source>
        <translation>Dem Namen fehlt der Ordner: Mit / beginnen oder den Ort wählen.</translation>
    </message>
    <message>
        <source>This place lies inside the source: the image would contain itself. Choose another one.</source>
        <translation>Dieser Ort liegt in der Quelle: Das Abbild würde sich selbst enthalten. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>The image needs about %1, and %2 are free.</source>
        <translation>Das Abbild braucht etwa %1, und %2 sind frei.</translation>
    </message>
    <message>
        <source>Write the image to</source>
        <translation>Abbild schreiben nach</translation>
    </message>
    <message>
        <source>cloop images (*.cloop);;All files (*)</source>
        <translation>cloop-Abbilder (*.cloop);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 exists already, so this name has a number.</source>
        <translation>%1 gibt es schon, daher hat dieser Name eine Nummer.</translation>
    </message>
    <message>
        <source>ISO images (*.iso);;All files (*)</source>
        <translation>ISO-Abbilder (*.iso);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This place does not answer. Its network may be out of reach.</source>
        <translation>Dieser Ort antwortet nicht. Vielleicht ist sein Netz nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::PathEdit</name>
    <message>
        <source>Choose the folder for %1, and for what comes beside it</source>
        <translation>Ordner für %1 und für das wählen, was daneben kommt</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::PreviewWindow</name>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>%1 of it is lost and shown as zeros</source>
        <translation>davon verloren und als Nullen gezeigt: %1</translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation>nur der Anfang wird gezeigt</translation>
    </message>
    <message>
        <source>&amp;Extract…</source>
        <translation>E&amp;xtrahieren …</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <comment>of a picture</comment>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>not text: its bytes are shown</source>
        <translation>kein Text: gezeigt werden die Bytes</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::PropertiesDialog</name>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Damaged head</source>
        <translation>Beschädigter Kopf</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Darin</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Files inside</source>
        <translation>Dateien darin</translation>
    </message>
    <message>
        <source>%1 of the blocks, %2</source>
        <translation>%1 der Blöcke, %2</translation>
    </message>
    <message>
        <source>Properties of %1</source>
        <translation>Eigenschaften von %1</translation>
    </message>
    <message>
        <source>How far the blocks shrank</source>
        <translation>Wie weit die Blöcke schrumpften</translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation>Codecs</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::RecentRow</name>
    <message>
        <source>Remove %1 from the list</source>
        <translation>%1 aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seitdem geändert</translation>
    </message>
    <message>
        <source>checked: whole</source>
        <translation>geprüft: heil</translation>
    </message>
    <message>
        <source>checked: no damage found</source>
        <translation>geprüft: kein Schaden gefunden</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Mount %1</source>
        <translation>%1 einhängen</translation>
    </message>
    <message>
        <source>checked in part</source>
        <translation>teilweise geprüft</translation>
    </message>
    <message>
        <source>Mount: show what is inside as a folder, read-only</source>
        <translation>Einhängen: zeigt den Inhalt als Ordner, nur lesbar</translation>
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
            <numerusform>und %n weiterer, im Protokoll</numerusform>
            <numerusform>und %n weitere, im Protokoll</numerusform>
        </translation>
    </message>
    <message>
        <source>Build &amp;without them</source>
        <translation>Ohne &amp;sie bauen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch ein&amp;mal versuchen</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy SHA-256 of the image</source>
        <translation>SHA-256 des Abbilds kop&amp;ieren</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>%1, which is %2 of it</source>
        <translation>%1, das sind %2 davon</translation>
    </message>
    <message>
        <source>SHA-256 of the content</source>
        <translation>SHA-256 des Inhalts</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the source could not be read, and are missing or zeros:</source>
        <translation>
            <numerusform>%n Teil der Quelle war nicht lesbar und fehlt oder ist durch Nullen ersetzt:</numerusform>
            <numerusform>%n Teile der Quelle waren nicht lesbar und fehlen oder sind durch Nullen ersetzt:</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not built</source>
        <translation>Nicht gebaut</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>Es wurde nichts gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the source can&apos;t be read:</source>
        <translation>
            <numerusform>%n Teil der Quelle ist nicht lesbar:</numerusform>
            <numerusform>%n Teile der Quelle sind nicht lesbar:</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 of the image</source>
        <translation>SHA-256 des Abbilds</translation>
    </message>
    <message>
        <source>&amp;Build another</source>
        <translation>Ein weiteres &amp;bauen</translation>
    </message>
    <message>
        <source>Change the &amp;choices</source>
        <translation>Auswahl &amp;ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of the old image were lost, with zeros in their place.</source>
        <translation>
            <numerusform>%n Block des alten Abbilds ging verloren, an seiner Stelle stehen Nullen.</numerusform>
            <numerusform>%n Blöcke des alten Abbilds gingen verloren, an ihrer Stelle stehen Nullen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its SHA-256 could not be written into a file: %1</source>
        <translation>Die SHA-256 ließ sich nicht in eine Datei schreiben: %1</translation>
    </message>
    <message>
        <source>Starts kernel %1 by BIOS and UEFI.</source>
        <translation>Startet Kernel %1 mit BIOS und UEFI.</translation>
    </message>
    <message>
        <source>Secure Boot may be on.</source>
        <translation>Secure Boot darf an sein.</translation>
    </message>
    <message>
        <source>Secure Boot must be off.</source>
        <translation>Secure Boot muss aus sein.</translation>
    </message>
    <message>
        <source>Tr&amp;y it in a window</source>
        <translation>In einem Fenster aus&amp;probieren</translation>
    </message>
    <message>
        <source>QEMU starts the disc as a computer would.</source>
        <translation>QEMU startet die Disc, wie es ein Rechner täte.</translation>
    </message>
    <message>
        <source>%1; the disc has %2</source>
        <translation>%1; die Disc hat %2</translation>
    </message>
    <message>
        <source>The system is read by cloop-fuse, without a kernel module of cloop.</source>
        <translation>Das System wird von cloop-fuse gelesen, ohne ein Kernelmodul von cloop.</translation>
    </message>
    <message>
        <source>Wr&amp;ite to a stick…</source>
        <translation>Auf einen St&amp;ick schreiben …</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ScanJob</name>
    <message>
        <source>No damage was found.</source>
        <translation>Es wurde kein Schaden gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are lost.</source>
        <translation>
            <numerusform>%n Block ist verloren.</numerusform>
            <numerusform>%n Blöcke sind verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Another block</source>
        <translation>Ein anderer Block</translation>
    </message>
    <message>
        <source>Next and previous damaged block</source>
        <translation>Nächster und voriger beschädigter Block</translation>
    </message>
    <message>
        <source>Zoom in, out, the whole image</source>
        <translation>Vergrößern, verkleinern, ganzes Abbild</translation>
    </message>
    <message>
        <source>Zoom under the pointer</source>
        <translation>Unter dem Zeiger vergrößern</translation>
    </message>
    <message>
        <source>Ctrl and the wheel</source>
        <translation>Strg und das Rad</translation>
    </message>
    <message>
        <source>The block&apos;s details</source>
        <translation>Die Einzelheiten des Blocks</translation>
    </message>
    <message>
        <source>No block</source>
        <translation>Kein Block</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Auf der Karte</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::SourceChoices</name>
    <message>
        <source>Leave out what is mou&amp;nted inside</source>
        <translation>Auslassen, was darin eingeh&amp;ängt ist</translation>
    </message>
    <message>
        <source>&amp;All files belong to root</source>
        <translation>Alle Dateien geh&amp;ören root</translation>
    </message>
    <message>
        <source>One pattern a line: *.o leaves out such names in every folder, /var/cache that one place, counted from the root of the source. A slash at the end means folders only. Lines that begin with # are comments.</source>
        <translation>Ein Muster je Zeile: *.o lässt solche Namen in jedem Ordner aus, /var/cache nur diese eine Stelle, gezählt von der Wurzel der Quelle. Ein Schrägstrich am Ende meint nur Ordner. Zeilen, die mit # beginnen, sind Kommentare.</translation>
    </message>
    <message>
        <source>Other file systems, such as /proc and /sys of a running system, stay as empty folders.</source>
        <translation>Andere Dateisysteme, etwa /proc und /sys eines laufenden Systems, bleiben als leere Ordner.</translation>
    </message>
    <message>
        <source>Label of the volume</source>
        <translation>Bezeichnung des Datenträgers</translation>
    </message>
    <message>
        <source>Leave ou&amp;t</source>
        <translation>Auslassen (&amp;w)</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>Patterns of what to leave out</source>
        <translation>Muster dessen, was ausgelassen wird</translation>
    </message>
    <message>
        <source>Owner and group become 0, as in a system that is installed.</source>
        <translation>Eigentümer und Gruppe werden 0, wie in einem installierten System.</translation>
    </message>
    <message>
        <source>ISO 9660: every system reads it</source>
        <translation>ISO 9660: das liest jedes System</translation>
    </message>
    <message>
        <source>EROFS: for Linux, with all that it keeps of a file</source>
        <translation>EROFS: für Linux, mit allem, was es von einer Datei weiß</translation>
    </message>
    <message>
        <source>EROFS keeps extended attributes, access lists and capabilities too. Linux reads it from version 5.4 on.</source>
        <translation>EROFS bewahrt auch erweiterte Attribute, Zugriffslisten und Capabilities. Linux liest es ab Version 5.4.</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Dateisystem</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::SpiralView</name>
    <message>
        <source>The image as a spiral on a disc</source>
        <translation>Das Abbild als Spirale auf einer Disk</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::StartPage</name>
    <message>
        <source>Opened before</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Open an image…</source>
        <translation>Abbild &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Build from a folder…</source>
        <translation>Aus einem &amp;Ordner bauen …</translation>
    </message>
    <message>
        <source>All its files become one compressed image.</source>
        <translation>Alle seine Dateien werden zu einem komprimierten Abbild.</translation>
    </message>
    <message>
        <source>Compresses an ISO, what is packed in a tar, zip or 7z, or any file.</source>
        <translation>Komprimiert eine ISO, den Inhalt von tar, zip oder 7z, jede Datei.</translation>
    </message>
    <message>
        <source>Shows its blocks and its files, and checks it for damage.</source>
        <translation>Zeigt seine Blöcke und Dateien und prüft es auf Schäden.</translation>
    </message>
    <message>
        <source>Disc in the drive</source>
        <translation>Disk im Laufwerk</translation>
    </message>
    <message>
        <source>Disc in the drive: %1</source>
        <translation>Disk im Laufwerk: %1</translation>
    </message>
    <message>
        <source>Build from an I&amp;SO, archive or file…</source>
        <translation>Aus einer &amp;ISO, einem Archiv oder einer Datei bauen …</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::StickDialog</name>
    <message>
        <source>&amp;Keep what is written while it runs, in a partition on the rest</source>
        <translation>&amp;Bewahren, was geschrieben wird, während er läuft, in einer Partition auf dem Rest</translation>
    </message>
    <message>
        <source>Write to a stick</source>
        <translation>Auf einen Stick schreiben</translation>
    </message>
    <message>
        <source>%1, %2. It is written to the whole stick, read back and compared.</source>
        <translation>%1, %2. Geschrieben wird auf den ganzen Stick, dann zurückgelesen und verglichen.</translation>
    </message>
    <message>
        <source>An entry of a live disc&apos;s menu uses it. The stick starts without it, too.</source>
        <translation>Ein Eintrag im Menü einer Live-Disc benutzt sie. Der Stick startet auch ohne sie.</translation>
    </message>
    <message>
        <source>&amp;Stick</source>
        <translation>&amp;Stick</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>Schreibe&amp;n …</translation>
    </message>
    <message>
        <source>No stick and no memory card is here. Put one in.</source>
        <translation>Hier ist kein Stick und keine Speicherkarte. Stecken Sie etwas ein.</translation>
    </message>
    <message>
        <source>It is too small, by %1.</source>
        <translation>Er ist zu klein, um %1.</translation>
    </message>
    <message>
        <source>All that is on it will be lost.</source>
        <translation>Alles darauf geht verloren.</translation>
    </message>
    <message>
        <source>All that is on %1 will be lost.</source>
        <translation>Alles auf %1 geht verloren.</translation>
    </message>
    <message>
        <source>Write to this stick</source>
        <translation>Auf diesen Stick schreiben</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::SumDialog</name>
    <message>
        <source>&amp;Save beside the image</source>
        <translation>&amp;Neben dem Abbild speichern</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 von %1</translation>
    </message>
    <message>
        <source>The sum is saved: %1</source>
        <translation>Die Summe ist gespeichert: %1</translation>
    </message>
    <message>
        <source>Write %1, which sha256sum -c reads</source>
        <translation>%1 schreiben, das sha256sum -c liest</translation>
    </message>
    <message>
        <source>SHA-256 files</source>
        <translation>SHA-256-Dateien</translation>
    </message>
</context>
<context>
    <name>cloop::desktop::SumLine</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Makes compressed disc images, and looks into them.</source>
        <translation>Macht komprimierte Disk-Abbilder und sieht in sie hinein.</translation>
    </message>
    <message>
        <source>An image to open, or what to build one from.</source>
        <translation>Ein Abbild zum Öffnen, oder das, woraus eines gebaut werden soll.</translation>
    </message>
    <message>
        <source>Ask for a folder to build an image of.</source>
        <translation>Nach einem Ordner fragen, von dem ein Abbild gebaut werden soll.</translation>
    </message>
    <message>
        <source>Ask for an image to open.</source>
        <translation>Nach einem Abbild zum Öffnen fragen.</translation>
    </message>
    <message>
        <source>Mount the image, and open its folder.</source>
        <translation>Das Abbild einhängen und seinen Ordner öffnen.</translation>
    </message>
    <message>
        <source>Cloopsmith</source>
        <translation>Cloopsmith</translation>
    </message>
</context>
</TS>
