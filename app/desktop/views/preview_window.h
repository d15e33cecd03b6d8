// The beginning of a file inside an image, as text.

#pragma once

#include "archive/image_archive.h"
#include "jobs/core_job.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace cloop::desktop {

/// A window of its own; it deletes itself when it is closed.
class PreviewWindow final : public QWidget {
    Q_OBJECT

public:
    static constexpr qint64 mostBytes = 1 << 20;

    PreviewWindow(std::shared_ptr<const ImageArchive> archive, NodeId node, QWidget *parent);

    QString text() const;
    QString note() const;

signals:
    void loaded();

private:
    struct Read {
        QByteArray bytes;
        std::uint64_t lost = 0;
    };
    void take(const Read &read, qint64 size);

    QPlainTextEdit *text_;
    QLabel *note_;
    CoreJob job_;
};

} // namespace cloop::desktop
