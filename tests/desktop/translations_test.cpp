// SPDX-License-Identifier: GPL-3.0-or-later
// Translations are complete, have the same placeholders as the source, and differ from it.

#include "support/program.h"
#include "text/translations.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

class TranslationsTest : public QObject {
    Q_OBJECT

    struct Message {
        QString context, source;
        QStringList texts;
        bool isFinished = true;
    };

    static QList<Message> messages(const QString &language) {
        QList<Message> all;
        QXmlStreamReader xml(cloop::test::read_file(QStringLiteral(SOURCE_DIR "/translations/cloopsmith_") + language + ".ts"));
        QString context;
        while (!xml.atEnd()) {
            if (!xml.readNextStartElement()) continue;
            if (xml.name() == u"name") context = xml.readElementText();
            else if (xml.name() == u"source") all << Message{context, xml.readElementText(), {}, true};
            else if (xml.name() == u"translation") {
                all.last().isFinished = !xml.attributes().hasAttribute("type");
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                all.last().texts << text;
            }
        }
        return all;
    }

    static QStringList marks(const QString &text) {
        static const QRegularExpression mark("%[0-9n]|<[^>]*>");
        QStringList found;
        for (auto it = mark.globalMatch(text); it.hasNext();) found << it.next().captured();
        found.sort();
        found.removeDuplicates();
        return found;
    }

private slots:
    void every_language_is_complete_data() {
        QTest::addColumn<QString>("language");
        for (const char *language : {"es", "de"}) QTest::newRow(language) << language;
    }
    void every_language_is_complete() {
        QFETCH(QString, language);
        const auto all = messages(language);
        QVERIFY(all.size() > 350);
        int same = 0;
        for (const Message &message : all) {
            QVERIFY2(message.isFinished && !message.texts.join(QString()).trimmed().isEmpty(), qPrintable(message.context + ": " + message.source));
            QCOMPARE(marks(message.texts.join(QString())), marks(message.source));
            same += message.texts.first() == message.source;
        }
        QVERIFY2(same * 20 <= all.size(), qPrintable(QString("%1 of %2 are the same").arg(same).arg(all.size())));
    }

    void plurals_are_said_as_they_should_be() {
        cloop::desktop::installTranslations(QLocale("de"));
        const auto say = [](int n) { return QCoreApplication::translate("cloop::desktop::BlocksView", "%Ln block(s)", nullptr, n); };
        QCOMPARE(say(1), "1 Block");
        QCOMPARE(say(2), QString::fromUtf8("2 Blöcke"));
        QCOMPARE(say(2000), QString::fromUtf8("2.000 Blöcke"));
    }

    void english_has_plurals_too() {
        for (const Message &message : messages("en")) {
            QVERIFY2(message.isFinished, qPrintable(message.source));
            QVERIFY2(!message.texts.join(QString()).contains("(s)"), qPrintable(message.source));
        }
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
