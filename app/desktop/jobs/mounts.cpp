// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/mounts.h"

#include "text/sentences.h"

#include <QFileInfo>
#include <QSocketNotifier>

#include <unistd.h>

namespace cloop::desktop {

Mounts::Mounts(std::function<std::vector<Attachment>()> find, QObject *parent) : QObject(parent), find_(std::move(find)) {
    if (auto watch = AttachmentWatch::make()) {
        watch_ = std::move(*watch);
        news_ = new QSocketNotifier(watch_->fd(), QSocketNotifier::Read, this);
        connect(news_, &QSocketNotifier::activated, this, [this] {
            watch_->acknowledge();
            look();
        });
    }
    look();
}

/// In a thread, because the service is asked whose the kernel module's devices are.
void Mounts::look() {
    if (look_.isRunning()) {
        isStale_ = true;
        return;
    }
    isStale_ = false;
    look_.start([find = find_](const std::stop_token &, const ProgressSink &) -> Result<std::vector<Attachment>> { return find(); },
                [this, ended = std::exchange(ended_, {})](Result<std::vector<Attachment>> &&found) {
                    if (found) list_ = std::move(*found);
                    for (const QString &image : ended) busy_.removeOne(image);
                    emit changed();
                    if (isStale_) look();
                });
}

const Attachment *Mounts::mountOf(const QString &image) const {
    // The kernel module tells the file's own place, cloop-fuse the name that it was given.
    const std::string name = encodedPath(image), place = encodedPath(QFileInfo(image).canonicalFilePath());
    const auto found = std::ranges::find_if(list_, [&](const Attachment &one) {
        return !one.folders.empty() && !one.image.empty() && one.is_of(::getuid()) && (one.image == name || one.image == place);
    });
    return found == list_.end() ? nullptr : &*found;
}

void Mounts::mount(const QString &image, std::optional<Way> way) {
    busy_ << image;
    waiting_ << [this, image, way] {
        work_.start([request = MountRequest{.image = encodedPath(image), .way = way}](const std::stop_token &stop,
                                                                                    const ProgressSink &) { return mount_image(request, stop); },
                    [this, image](const Result<Mounted> &result) {
                        endWith(image);
                        if (result) emit mounted(image, *result);
                        else if (result.error().code != ErrorCode::cancelled) emit failed(image, result.error());
                    });
    };
    startNext();
}

void Mounts::unmount(const Attachment &attachment) {
    const QString image = nameText(attachment.image);
    busy_ << image;
    waiting_ << [this, image, attachment] {
        work_.start([attachment](const std::stop_token &stop, const ProgressSink &) { return detach(attachment, stop); },
                    [this, image](const Status &status) {
                        endWith(image);
                        if (status) emit unmounted(image);
                        else if (status.error().code != ErrorCode::cancelled) emit failed(image, status.error());
                    });
    };
    startNext();
}

void Mounts::startNext() {
    emit changed();
    if (!work_.isRunning() && !waiting_.isEmpty()) waiting_.takeFirst()();
}

void Mounts::endWith(const QString &image) {
    ended_ << image;
    look();
    startNext();
}

} // namespace cloop::desktop
