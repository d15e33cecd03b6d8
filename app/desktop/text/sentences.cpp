// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.h"

#include "text/document_path.h"
#include "text/error_texts.h"
#include "text/value_names.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <cstring>

namespace cloop::desktop {

namespace {

struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

QString translated(const char *text) { return *text ? QCoreApplication::translate(text_context, text) : QString(); }

QString filledIn(const QString &sentence, const QString &first, const QString &second) {
    return nameText(filled_in(sentence.toStdString(), first.toStdString(), second.toStdString()));
}

QString detailOf(const Error &error, DetailKind kind) {
    bool isNumber = kind != DetailKind::words;
    const qulonglong number = isNumber ? nameText(error.detail).toULongLong(&isNumber) : 0;
    const QString detail = !isNumber ? nameText(error.detail) : kind == DetailKind::bytes ? sizeText(number) : numberText(number);
    return error.more == 0 ? detail : filledIn(translated(and_more), detail, numberText(error.more));
}

} // namespace

QString sentenceOf(const Error &error) {
    const ErrorText &words = text_of(error.code);
    QString text = translated(words.sentence);
    if (const QString advice = translated(words.advice); !advice.isEmpty()) text += QLatin1Char(' ') + advice;
    const QString system = error.sys != 0 ? QString::fromLocal8Bit(std::strerror(error.sys)) : QString();
    text = nameText(filled_in(text.toStdString(), error, detailOf(error, words.detail).toStdString(), system.toStdString()));
    if (error.block != Error::nowhere) text = Sentences::tr("Block %1: %2").arg(numberText(error.block), text);
    if (error.subject.empty()) return withoutDocumentFolders(text);
    return withoutDocumentFolders(Sentences::tr("%1: %2").arg(nameText(error.subject), text));
}

QString sizeText(std::uint64_t bytes) { return QLocale().formattedDataSize(static_cast<qint64>(bytes), bytes < 1024 ? 0 : 1); }

QString numberText(std::uint64_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

QString percentText(double share) { return Sentences::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)); }

QString clockText(double seconds) {
    const auto all = static_cast<qint64>(seconds + 0.5);
    const QLatin1Char zero('0');
    if (all >= 3600) return Sentences::tr("%1:%2 h", "hours and minutes").arg(all / 3600).arg(all % 3600 / 60, 2, 10, zero);
    return Sentences::tr("%1:%2", "minutes and seconds").arg(all / 60).arg(all % 60, 2, 10, zero);
}

QString whenText(const QDateTime &when) {
    const qint64 days = when.daysTo(QDateTime::currentDateTime());
    if (days == 0) return Sentences::tr("today at %1").arg(QLocale().toString(when.time(), QLocale::ShortFormat));
    if (days == 1) return Sentences::tr("yesterday");
    if (days > 1 && days <= 30) return Sentences::tr("%n day(s) ago", nullptr, static_cast<int>(days));
    return Sentences::tr("on %1").arg(QLocale().toString(when.date(), QLocale::ShortFormat));
}

QString aboutText(double seconds) {
    if (seconds < 1.5) return Sentences::tr("a moment");
    if (seconds < 100) return Sentences::tr("about %1 s").arg(QLocale().toString(seconds, 'f', 0));
    if (seconds < 3600) return Sentences::tr("about %1 min").arg(QLocale().toString(seconds / 60, 'f', 0));
    return Sentences::tr("about %1", "a time").arg(clockText(seconds));
}

QString lostText(std::uint64_t damaged, std::uint64_t unreadable) {
    if (damaged == 0) return Sentences::tr("%n block(s) unreadable", nullptr, static_cast<int>(unreadable));
    const QString first = Sentences::tr("%n block(s) damaged", nullptr, static_cast<int>(damaged));
    return unreadable == 0 ? first : Sentences::tr("%1, %2 unreadable", "blocks damaged, a number").arg(first, numberText(unreadable));
}

QString codecText(std::uint8_t number) { return nameText(codec_name(number)); }

QString correctionText(const HeadCorrection &correction) {
    const bool isVersion = correction.field == HeadCorrection::Field::version;
    return filledIn(translated(text_of(correction.field).sentence), correction.stated ? numberText(correction.stated) : QString(),
                    isVersion ? translated(text_of(static_cast<Version>(correction.used))) : numberText(correction.used));
}

QString versionText(const Head &head) {
    const QString version = translated(text_of(head.version));
    return head.place == HeadPlace::last ? filledIn(translated(head_last), version, {}) : version;
}

QString causeText(const Error &error) {
    Error cause = error;
    cause.subject.clear();
    cause.block = Error::nowhere;
    return sentenceOf(cause);
}

QString pathText(const QString &path) {
    // Isolate the path, because in a right-to-left line its first slash would move to the end.
    return QChar(0x2066) + shownPath(path) + QChar(0x2069);
}

QString nameText(std::string_view name) { return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())); }

QString noFileManagerText(const QString &folder) { return Sentences::tr("No file manager was found that opens %1.").arg(pathText(folder)); }

std::string encodedPath(const QString &path) { return QFile::encodeName(path).toStdString(); }

QString stateText(BlockState state) { return translated(text_of(state).meaning); }

QString shortStateText(BlockState state) { return translated(text_of(state).word); }

QString progressText(const Progress &progress) {
    const QString phase = translated(text_of(progress.phase));
    if (!progress.total) return Sentences::tr("%1: %2").arg(phase, sizeText(progress.done));
    return Sentences::tr("%1: %2 of %3").arg(phase, sizeText(progress.done), sizeText(*progress.total));
}

} // namespace cloop::desktop
