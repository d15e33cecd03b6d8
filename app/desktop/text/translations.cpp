// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace cloop::desktop {

void installTranslations(const QLocale &locale) {
    QLocale::setDefault(locale);
    const auto install = [&](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, QStringLiteral("_"), folder)) QCoreApplication::installTranslator(translator);
        else delete translator;
    };
    // Qt searches the last translator first, so the locale's own precedes the English plurals.
    auto *english = new QTranslator(QCoreApplication::instance());
    if (english->load(QStringLiteral(":/i18n/cloopsmith_en"))) QCoreApplication::installTranslator(english);
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("cloopsmith"), QStringLiteral(":/i18n"));
}

} // namespace cloop::desktop
