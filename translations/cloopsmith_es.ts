<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>MapPicture</name>
    <message>
        <source>stored in 0 to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>a CD of 650 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a CD of 700 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a DVD of 4.7 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a DVD of 8.5 GB, with two layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Blu-ray of 25 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Blu-ray of 50 GB, with two layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanReport</name>
    <message>
        <source>Block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No damage was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (content %2 to %3): %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit by it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>There is no such file. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied. Choose another place, or ask for the rights that it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one of the inputs and would be overwritten. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a folder. Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no folder. Choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room on the disc: at least %1 are needed. Make room, or choose another disc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room on the disc. Make room, or choose another disc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file system takes no file of that size. Choose another disc, or cut the image into parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can&apos;t be read (%1). Try another drive, or copy what can be read with ddrescue first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can&apos;t be written (%1). Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed while it was read. Try again when nobody writes to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not as long as was announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything in it can be read. Make it readable, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part %1 is missing. Put it beside the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That combination does not exist: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither a file, a folder nor a drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive can&apos;t be read to its end (%1). Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory. Use fewer threads, or smaller blocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1 inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no map file of ddrescue: line %1 makes no sense. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not tell the SHA-256 of that file. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map file is not as long as the content of this image: it belongs to another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refused (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a cloop image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends within its head. Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its head names a block size of %1 bytes, which no image has: the head is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocks are more than an image can have. Larger blocks make fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in its index can be trusted, so no block can be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index does not tell where the block lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends before the block does. Fetch the rest of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored data does not inflate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The medium can&apos;t be read there (%1). Another drive may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block&apos;s codec is number %1, which does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written reads back differently, so nothing was kept. Check the disc and the memory of this machine, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ISO 9660 file system inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contents of this folder are known in part only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name would lead out of the target folder, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image ends before this file does. Fetch the rest of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not the file that the SHA-256 was made of. Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error of our own. Please report it, with what you did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <comment>hours and minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>minutes and seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 (0.68 and older)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, head last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unverifiable: its codec has no check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unverifiable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BlockInspector</name>
    <message>
        <source>Chosen blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a block on the map to see where it lies and which files it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file lies here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BlockTableModel</name>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BlocksTab</name>
    <message>
        <source>All blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged or unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unverifiable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly shrunk (98 % and more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which blocks are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildChoices</name>
    <message>
        <source>&amp;Verify: read it back and compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write its SHA-&amp;256 into a file beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on past what can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Label of the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compatible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every reader takes it, old ones too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, compressed harder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;mallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For newer readers; slow to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ustom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, codec, level and block size of your own choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the image to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cloop images (*.cloop);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2.0: every reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4.0: a codec for each block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4.0 with the head last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V&amp;ersion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le&amp;vel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloc&amp;k size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros stand in place of what is lost, and the result lists it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in parts below 650 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in parts below 700 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in parts below 2 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in parts below 4 GiB (FAT32)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writ&amp;ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its size is being looked up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in parts below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best of all, block by block</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildPage</name>
    <message>
        <source>&amp;Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the build stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each block appears here as it is built, the darker the less it shrank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-converted</source>
        <comment>name of a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the content:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the image, also in a file beside it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done and verified: %1 in %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, not verified: %1 in %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of the old image were lost, with zeros in their place.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ContentsModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a link and its target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damage inside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ContentsTab</name>
    <message>
        <source>Only &amp;damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xtract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as &amp;image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files inside the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ISO 9660 file system inside, so no files are known. Export the content to look at it otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As an &amp;archive (.tar.xz, .zip)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xtract all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DamageModel</name>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and more: the saved report has all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DamageTab</name>
    <message>
        <source>Progress of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;table of all blocks (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;map file (ddrescue)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take up a check from its map file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lay the map of a copied disc over it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged blocks and the files they hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check every block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ExportDialog</name>
    <message>
        <source>%1 written and verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are lost, with zeros in their place:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: too large for any disc; a USB stick may take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: fits %2, with %3 to spare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify: read it back from the disc and compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write its &amp;SHA-256 into a file beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of the image, uncompressed: an ISO to burn, where it is one. Where a block is lost, zeros stand in its place, and the result lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO images (*.iso);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::FactsTab</name>
    <message>
        <source>Facts of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of the codecs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the blocks shrank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ISO 9660 file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the blocks, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::HistogramView</name>
    <message>
        <source>Histogram of the ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most blocks: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>longer than the block itself: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored in %1 to %2 %: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::InspectPage</name>
    <message numerus="yes">
        <source>%n file(s) and folder(s) brought out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not whole, with zeros in place of what is lost (%1): %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out (%1): %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet. A check reads every block and names the files that damage hits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damage (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was checked so far stays on the map, and a map file keeps it for another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No damage was found; but of %n block(s) nobody can tell, since their codec has no check.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All blocks are sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are lost. Everything else can be brought out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Taken from the map file: %1 blocks are sound already and are left out of the next check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>By the map of the copied disc, %n block(s) could not be read whole. A check tells which of them are sound all the same.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>By the map of the copied disc, every block of the image was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extract from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extract to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is there: owners, links, devices (*.tar.xz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For every system: files and folders (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extract to an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map files (*.map)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take up a check from its map file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map files (*.map *.mapfile *.log);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map file that ddrescue wrote when the disc was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the image lies on the disc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map counts from the start of the disc. At which byte of the disc does this image begin?
0, where the image alone was copied. Of a whole disc, open its ISO instead: then this is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number of bytes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::Job</name>
    <message>
        <source>Waits for the job before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::JobQueue</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: started.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::JobsPanel</name>
    <message>
        <source>Burn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command for a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove &amp;ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing works. Builds, checks, extractions and exports appear here, one row each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Build an image of a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build an image of a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open an image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export the content…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Convert to another version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a S&amp;HA-256 file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the &amp;map as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Violet to yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Cloopsmith</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs of Cloopsmith are still working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>a job and how far it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloopsmith</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Cloopsmith</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and discs (*.cloop *.iso *.000 *.a0 KNOPPIX*);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build an image of this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build an image of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discs and archives (*.iso *.img *.tar *.tar.* *.tgz *.zip *.7z);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is being built. Wait for it, or stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the map as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 files (*.sha256 *SHA256SUMS* *sha256sum*);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as in the file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Cloopsmith</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Cloopsmith %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Makes compressed disc images, shows every block of them, and brings out of damaged ones what can be had.&lt;/p&gt;&lt;p&gt;Free software: GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: an image is being built. Wait for it, or stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the part %2 seems to be missing. Put it beside the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a disc with an image on it, which is shown here: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build an image of the &amp;disc instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one file or folder of this computer can be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not done. Stop and leave? Nothing half-made is kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MapLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored in 0 to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unverifiable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MapView</name>
    <message>
        <source>Block map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocks: %2 sound, %3 damaged, %4 unreadable, %5 unverifiable, %6 not tested</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MessageBar</name>
    <message>
        <source>&amp;Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::PreviewWindow</name>
    <message>
        <source>Content of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of it are lost and shown as zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text: its bytes are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ScanJob</name>
    <message>
        <source>No damage was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::StartPage</name>
    <message>
        <source>Opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p style=&apos;font-size:large&apos;&gt;&lt;b&gt;Drop something here&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A folder, an ISO or an archive becomes an image.&lt;br&gt;A cloop image or a disc with one is opened.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Build an image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open an image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  —  %2</source>
        <comment>a file and where it is</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Makes compressed disc images, and looks into them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image to open, or what to build one from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a folder to build an image of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for an image to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
