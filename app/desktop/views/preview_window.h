// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a file in an image: a picture, or the beginning of it as text or bytes.

#pragma once

#include "archive/image_archive.h"
#include "jobs/core_job.h"
#include "platform/picture_decoder.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace cloop::desktop {

/// A separate window, which deletes itself after closing; Esc closes it.
class PreviewWindow final : public QWidget {
    Q_OBJECT

public:
    static constexpr qint64 mostTextBytes = 1 << 20;

    PreviewWindow(std::shared_ptr<const ImageArchive> archive, NodeId node, QWidget *parent);

    QString text() const;
    QString note() const;
    QImage picture() const { return picture_; }

signals:
    void loaded();
    void extractWanted(cloop::NodeId node);

protected:
    /// Hides at once; deletes itself when the read has ended, which may take long on a damaged disc.
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Read {
        QByteArray bytes;
        std::uint64_t lost = 0;
    };
    void take(const Read &read, std::uint64_t size);
    void takePicture(const QImage &picture, const Read &read, std::uint64_t size);
    void showPicture();
    void showText(const Read &read, std::uint64_t size);

    QStackedWidget *views_;
    QPlainTextEdit *text_;
    QLabel *shown_;
    QLabel *note_;
    QImage picture_;
    bool isClosed_ = false;
    CoreJob job_;
    PictureDecoder decoder_;
};

} // namespace cloop::desktop
