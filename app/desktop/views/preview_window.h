// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of a file inside an image, as text.

#pragma once

#include "archive/image_archive.h"
#include "jobs/core_job.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace cloop::desktop {

/// A window of its own; it deletes itself once it is closed.
class PreviewWindow final : public QWidget {
    Q_OBJECT

public:
    static constexpr qint64 mostBytes = 1 << 20;

    PreviewWindow(std::shared_ptr<const ImageArchive> archive, NodeId node, QWidget *parent);

    QString text() const;
    QString note() const;

signals:
    void loaded();

protected:
    /// A bad disc may keep the reading for a while: the window goes, and deletes itself when that has ended.
    void closeEvent(QCloseEvent *event) override;

private:
    struct Read {
        QByteArray bytes;
        std::uint64_t lost = 0;
    };
    void take(const Read &read, std::uint64_t size);

    QPlainTextEdit *text_;
    QLabel *note_;
    bool isClosed_ = false;
    CoreJob job_;
};

} // namespace cloop::desktop
