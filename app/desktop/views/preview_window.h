// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the beginning of a file in an image as text.

#pragma once

#include "archive/image_archive.h"
#include "jobs/core_job.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace cloop::desktop {

/// A separate window, which deletes itself after closing.
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
    /// Hides at once; deletes itself when the read has ended, which may take long on a damaged disc.
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
