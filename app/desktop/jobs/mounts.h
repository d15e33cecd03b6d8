// SPDX-License-Identifier: GPL-3.0-or-later
// Images that are mounted or attached on this computer; mounts and unmounts them in the background.

#pragma once

#include "jobs/core_job.h"

#include "attach/attachment_watch.h"
#include "attach/attachments.h"
#include "attach/mount_image.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

class QSocketNotifier;

namespace cloop::desktop {

/// Threads: the window's. One mount or unmount works at a time; the others wait.
class Mounts final : public QObject {
    Q_OBJECT

public:
    /// `find`: lists what is mounted; called in another thread.
    explicit Mounts(std::function<std::vector<Attachment>()> find = attachments, QObject *parent = nullptr);

    /// As the kernel shows them: whatever mounts or ejects one, changed() follows.
    const std::vector<Attachment> &list() const { return list_; }

    /// Where an image is mounted, by its path; null if it is not.
    const Attachment *mountOf(const QString &image) const;

    /// Whether it is being mounted or unmounted.
    bool isBusyWith(const QString &image) const { return busy_.contains(image); }

    /// Ends with mounted() or failed(). `way`: none is the best.
    void mount(const QString &image, std::optional<Way> way = {});

    /// Ends with unmounted() or failed().
    void unmount(const Attachment &attachment);

signals:
    void changed();  ///< list(), or what is busy
    void mounted(const QString &image, const cloop::Mounted &mounted);
    void unmounted(const QString &image);
    void failed(const QString &image, const cloop::Error &error);

private:
    void look();
    void startNext();
    void endWith(const QString &image);

    std::function<std::vector<Attachment>()> find_;
    std::vector<Attachment> list_;
    QStringList busy_;   ///< images, the first one first
    QStringList ended_;  ///< those of them that are done, but list() does not show it yet
    QList<std::function<void()>> waiting_;
    std::optional<AttachmentWatch> watch_;
    QSocketNotifier *news_ = nullptr;
    bool isStale_ = false;  ///< something changed while it was looked
    CoreJob work_, look_;   // last: they use the members above until they end
};

} // namespace cloop::desktop
