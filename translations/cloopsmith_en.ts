<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClusterUse</name>
    <message numerus="yes">
        <source>%1: %n thread(s), %2/s, for %3</source>
        <comment>a computer that helps</comment>
        <translation>
            <numerusform>%1: %n thread, %2/s, for %3</numerusform>
            <numerusform>%1: %n threads, %2/s, for %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Extraction</name>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s) extracted.</source>
        <translation>
            <numerusform>%Ln file or folder extracted.</numerusform>
            <numerusform>%Ln files and folders extracted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s)</source>
        <translation>
            <numerusform>%Ln file or folder</numerusform>
            <numerusform>%Ln files and folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged file(s)</source>
        <translation>
            <numerusform>%Ln damaged file</numerusform>
            <numerusform>%Ln damaged files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanReport</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not checked: %n block(s)</source>
        <translation>
            <numerusform>Not checked: %n block</numerusform>
            <numerusform>Not checked: %n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) unreadable</source>
        <translation>
            <numerusform>%n block unreadable</numerusform>
            <numerusform>%n blocks unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) damaged</source>
        <translation>
            <numerusform>%n block damaged</numerusform>
            <numerusform>%n blocks damaged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BlocksView</name>
    <message numerus="yes">
        <source>%Ln block(s)</source>
        <translation>
            <numerusform>%Ln block</numerusform>
            <numerusform>%Ln blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BootChoice</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::BuildPage</name>
    <message numerus="yes">
        <source>%n part(s) of the source could not be read.</source>
        <translation>
            <numerusform>%n part of the source could not be read.</numerusform>
            <numerusform>%n parts of the source could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::DetailsPane</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s)</source>
        <translation>
            <numerusform>%Ln file or folder</numerusform>
            <numerusform>%Ln files and folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ExportDialog</name>
    <message numerus="yes">
        <source>%n block(s) are lost, with zeros in their place:</source>
        <translation>
            <numerusform>%n block is lost, with zeros in its place:</numerusform>
            <numerusform>%n blocks are lost, with zeros in their place:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::HistogramView</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ImageHeader</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::InspectPage</name>
    <message numerus="yes">
        <source>By the map of the copied disc, %n block(s) could not be read whole. A check finds out which of them are sound all the same.</source>
        <translation>
            <numerusform>By the map of the copied disc, %n block could not be read whole. A check finds out whether it is sound all the same.</numerusform>
            <numerusform>By the map of the copied disc, %n blocks could not be read whole. A check finds out which of them are sound all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are damaged by what the index says. A check finds out about the others.</source>
        <translation>
            <numerusform>%n block is damaged by what the index says. A check finds out about the others.</numerusform>
            <numerusform>%n blocks are damaged by what the index says. A check finds out about the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cannot tell: no check in %n block(s)</source>
        <translation>
            <numerusform>cannot tell: no check in %n block</numerusform>
            <numerusform>cannot tell: no check in %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are in %1 already: %2</source>
        <translation>
            <numerusform>%n name is in %1 already: %2</numerusform>
            <numerusform>%n names are in %1 already: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No damage was found, but %n block(s) can&apos;t be checked, because their codec has no check.</source>
        <translation>
            <numerusform>No damage was found, but %n block can&apos;t be checked, because its codec has no check.</numerusform>
            <numerusform>No damage was found, but %n blocks can&apos;t be checked, because their codec has no check.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::MainWindow</name>
    <message numerus="yes">
        <source>%n job(s) are not done. Stop and leave? Nothing half-made is kept.</source>
        <translation>
            <numerusform>%n job is not done. Stop and leave? Nothing half-made is kept.</numerusform>
            <numerusform>%n jobs are not done. Stop and leave? Nothing half-made is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::Mounting</name>
    <message numerus="yes">
        <source>%n block(s) of %1 are damaged. Programs that read a file in them get an error.</source>
        <translation>
            <numerusform>%n block of %1 are damaged. Programs that read a file in them get an error.</numerusform>
            <numerusform>%n blocks of %1 are damaged. Programs that read a file in them get an error.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ResultCard</name>
    <message numerus="yes">
        <source>and %n more, in the log</source>
        <translation>
            <numerusform>and %n more, in the log</numerusform>
            <numerusform>and %n more, in the log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the source could not be read, and are missing or zeros:</source>
        <translation>
            <numerusform>%n part of the source could not be read, and is missing or zeros:</numerusform>
            <numerusform>%n parts of the source could not be read, and are missing or zeros:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the source can&apos;t be read:</source>
        <translation>
            <numerusform>%n part of the source can&apos;t be read:</numerusform>
            <numerusform>%n parts of the source can&apos;t be read:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of the old image were lost, with zeros in their place.</source>
        <translation>
            <numerusform>%n block of the old image was lost, with zeros in its place.</numerusform>
            <numerusform>%n blocks of the old image were lost, with zeros in their place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cloop::desktop::ScanJob</name>
    <message numerus="yes">
        <source>%n block(s) are lost.</source>
        <translation>
            <numerusform>%n block is lost.</numerusform>
            <numerusform>%n blocks are lost.</numerusform>
        </translation>
    </message>
</context>
</TS>
