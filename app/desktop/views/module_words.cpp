// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/module_words.h"

#include "text/sentences.h"

#include <QCoreApplication>

namespace cloop::desktop {

namespace {

struct ModuleText {
    Q_DECLARE_TR_FUNCTIONS(ModuleText)
};

QString joined(const std::vector<std::string> &words, const QString &between) {
    QStringList list;
    for (const auto &word : words) list << nameText(word);
    return list.join(between);
}

QString installCommand(const QString &packages) { return QStringLiteral("sudo apt install ") + packages; }

void sayLoaded(ModuleWords &words, const ModuleFacts &facts) {
    const QString loaded = nameText(facts.loaded_version), own = nameText(facts.version);
    words.icon = "whole";
    words.tone = Tone::good;
    words.state = loaded.isEmpty() ? ModuleText::tr("It is loaded.") : ModuleText::tr("Version %1 is loaded.").arg(loaded);
    if (facts.is_packaged || own.isEmpty() || own == loaded) return;
    words.icon = "info";
    words.tone = Tone::neutral;
    words.state = ModuleText::tr("Version %1 is loaded, and version %2 came with this program.").arg(loaded, own);
    words.advice = ModuleText::tr("Install the new one, unload the old one, and load the new one.");
}

/// Also before it was tried, where it has no signature.
bool isRefusedBySecureBoot(const ModuleFacts &facts, bool isRefused) {
    return facts.is_installed() && (isRefused || (facts.has_secure_boot && facts.signer.empty()));
}

void sayRefused(ModuleWords &words, const ModuleFacts &facts) {
    words.icon = "damage";
    words.tone = Tone::bad;
    if (facts.signer.empty()) {
        words.state = ModuleText::tr("Secure Boot refuses it, because it is not signed.");
        words.advice = ModuleText::tr("Install it again: DKMS signs it, if openssl is there.");
        return;
    }
    words.state = ModuleText::tr("Secure Boot refuses it, because this computer does not know the key of its signature.");
    words.advice = ModuleText::tr("These two lines hand the key over, and ask for a password that you make up. When the computer starts, choose "
                                  "\"Enroll MOK\" and type that password; then load the module.");
    words.commands = {QStringLiteral("sudo mokutil --import /var/lib/dkms/mok.pub"), QStringLiteral("sudo reboot")};
}

void sayNotBuilt(ModuleWords &words, const ModuleFacts &facts) {
    const QString kernel = nameText(facts.kernel);
    words.state = facts.built_for.empty() ? ModuleText::tr("It is not installed.")
                                          : ModuleText::tr("It is built for another kernel (%1), not for the one that runs (%2).")
                                                .arg(joined(facts.built_for, QStringLiteral(", ")), kernel);
    if (!facts.missing.empty()) {
        words.advice = ModuleText::tr("To build it, the system lacks something. This line in a terminal brings it:");
        words.commands << installCommand(joined(packages_for(facts), QStringLiteral(" ")));
    } else if (facts.version.empty() && !facts.is_packaged) {
        words.advice = ModuleText::tr("Its sources are not there. This line in a terminal brings them:");
        words.commands << installCommand(QStringLiteral("cloop-dkms"));
    } else if (!facts.is_packaged) {
        words.advice = ModuleText::tr("Install builds version %1 for the kernel %2. From then on, DKMS builds it for each new kernel.")
                           .arg(nameText(facts.version), kernel);
    }
}

} // namespace

ModuleWords wordsOf(const ModuleFacts &facts, bool isRefused) {
    ModuleWords words;
    const bool isOther = facts.is_loaded && !facts.version.empty() && facts.version != facts.loaded_version;
    const bool isUnsigned = isRefusedBySecureBoot(facts, isRefused) && facts.signer.empty();
    if (facts.is_loaded) sayLoaded(words, facts);
    else if (facts.no_service) words.state = ModuleText::tr("It is not loaded.");
    else if (isRefusedBySecureBoot(facts, isRefused)) sayRefused(words, facts);
    else if (!facts.is_installed()) sayNotBuilt(words, facts);
    else words.state = ModuleText::tr("It is installed, and not loaded.");

    if (facts.no_service) {
        const bool isMissing = facts.no_service->code == ErrorCode::helper_missing;
        words.advice = isMissing ? ModuleText::tr("The service that would change that is not there. This line in a terminal brings it:")
                                 : sentenceOf(*facts.no_service);
        if (isMissing) words.commands << installCommand(QStringLiteral("cloop-helper"));
        return words;
    }
    if (facts.is_packaged) {
        const QString whose = ModuleText::tr("It comes from a package, so the package manager installs and removes it.");
        words.advice = words.advice.isEmpty() ? whose : whose + QLatin1Char(' ') + words.advice;
    } else {
        words.canInstall = (!facts.is_installed() || isOther || isUnsigned) && facts.missing.empty() && !facts.version.empty();
        words.canRemove = !facts.built_for.empty();
    }
    words.canLoad = facts.is_installed() && !facts.is_loaded;
    words.canUnload = facts.is_loaded;
    return words;
}

} // namespace cloop::desktop
