// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mounting.h"

#include "models/block_cells.h"
#include "platform/desktop_services.h"
#include "platform/sandbox.h"
#include "text/error_sentence.h"
#include "text/sentences.h"
#include "views/ask_verb.h"
#include "views/image_header.h"
#include "views/inspect_page.h"
#include "views/map_view.h"
#include "views/message_bar.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

namespace cloop::desktop {

Mounting::Mounting(Mounts &mounts, InspectPage &page, MessageBar &messages, QWidget &window)
    : mounts_(mounts), page_(page), messages_(messages), window_(window) {
    connect(page.header(), &ImageHeader::mountWanted, this, &Mounting::mountShown);
    connect(page.header(), &ImageHeader::unmountWanted, this, &Mounting::unmountShown);
    connect(&page, &InspectPage::shownChanged, this, &Mounting::showState);
    connect(&mounts, &Mounts::changed, this, &Mounting::showState);
    connect(&mounts, &Mounts::mounted, this, &Mounting::tellMounted);
    connect(&mounts, &Mounts::failed, this, &Mounting::tellFailure);
    // What the message tells of is over then.
    connect(&mounts, &Mounts::unmounted, this, [this](const QString &image) {
        if (image == told_.first && messages_.said() == told_.second) messages_.hide();
    });
}

QString Mounting::shownImage() const { return page_.opened().image ? page_.opened().path : QString(); }

void Mounting::showState() {
    const QString image = shownImage();
    page_.header()->setMounted(mounts_.isBusyWith(image)  ? ImageHeader::MountState::busy
                               : mounts_.mountOf(image) ? ImageHeader::MountState::mounted
                                                        : ImageHeader::MountState::none);
}

void Mounting::mountShown() {
    const QString image = shownImage();
    if (image.isEmpty() || mounts_.isBusyWith(image)) return;
    if (const Attachment *mounted = mounts_.mountOf(image)) {
        openFolder(nameText(mounted->folders.front()));
        return;
    }
    const auto &counts = page_.map()->cells().counts();
    const auto bad = counts[static_cast<std::size_t>(BlockState::damaged)] + counts[static_cast<std::size_t>(BlockState::unreadable)];
    if (bad == 0) {
        mount(image);
        return;
    }
    const QString meaning = tr("%n block(s) of %1 are damaged. Programs that read a file in them get an error.", nullptr, static_cast<int>(bad))
                                .arg(QFileInfo(image).fileName());
    const bool hasTree = page_.opened().filesystem != nullptr;
    if (hasTree) {
        if (!chooses(
                &window_, tr("Mount a damaged image"),
                meaning + QLatin1Char(' ') +
                    tr("As a tree, all that is sound can be read. Mounted by the kernel, some of what lies beside the damage would be lost too."),
                tr("&Show the tree")))
            return;
        messages_.hide();
        own_ << image;
        mounts_.mount(image, Way::tree);
    } else if (chooses(&window_, tr("Mount a damaged image"), meaning, tr("&Mount"))) {
        mount(image);
    }
}

void Mounting::unmountShown() {
    if (const Attachment *mounted = mounts_.mountOf(shownImage())) mounts_.unmount(Attachment(*mounted));
}

void Mounting::mount(const QString &path) {
    if (mounts_.isBusyWith(path)) return;
    if (const Attachment *mounted = mounts_.mountOf(path)) {
        openFolder(nameText(mounted->folders.front()));
        return;
    }
    messages_.hide();
    own_ << path;
    mounts_.mount(path);
}

void Mounting::openFolder(const QString &folder) {
    // A sandbox can't see that folder, nor have it shown.
    if (isSandboxed()) messages_.say(tr("Mounted, outside of the sandbox: open %1 in the file manager.").arg(pathText(folder)));
    else if (!desktop::openFolder(folder)) messages_.say(noFileManagerText(folder));
}

void Mounting::tellMounted(const QString &image, const Mounted &mounted) {
    if (own_.removeAll(image) == 0) return;
    const QString folder = nameText(mounted.folder);
    if (mounted.instead_of) {
        told_ = {image, tr("%1 is mounted as a tree of its files. %2").arg(QFileInfo(image).fileName(), sentenceOf(*mounted.instead_of))};
        sayWithCommand(told_.second, *mounted.instead_of);
    }
    openFolder(folder);
}

void Mounting::tellFailure(const QString &image, const Error &error) {
    own_.removeAll(image);
    sayWithCommand(sentenceOf(error), error);
}

/// With the command that installs what is missing, where that is all that helps.
void Mounting::sayWithCommand(const QString &sentence, const Error &error) {
    const QString command = nameText(install_command(error));
    if (command.isEmpty()) messages_.say(sentence);
    else messages_.offer(sentence, tr("Copy the command"), [command] { QGuiApplication::clipboard()->setText(command); });
}

} // namespace cloop::desktop
