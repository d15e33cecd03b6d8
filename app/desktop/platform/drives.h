// SPDX-License-Identifier: GPL-3.0-or-later
// The discs that lie in the drives of this computer.

#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace cloop::desktop {

/// A drive with a disc of data in it.
struct DiscDrive {
    QString device;    ///< "/dev/sr0"
    QString label;     ///< of the disc; empty where it has none, or nobody tells
    quint64 size = 0;  ///< in bytes; 0 where nobody tells

    bool operator==(const DiscDrive &) const = default;
};

/// As udisks2 tells; where it doesn't answer, as /sys does, which knows no labels. No call blocks. Threads: the one that made it.
class Drives final : public QObject {
    Q_OBJECT

public:
    /// `sys`: where sysfs lies.
    explicit Drives(const QDBusConnection &bus = QDBusConnection::systemBus(), const QString &sys = QStringLiteral("/sys"),
                    QObject *parent = nullptr);

    /// By the names of their devices.
    const QList<DiscDrive> &list() const { return list_; }

    /// Of the disc in the drive with that device, or a link to it; empty where none is known.
    QString labelOf(const QString &device) const;

    /// Whether somebody looks at the list: /sys tells nothing by itself, so it is asked every three seconds then. udisks2 tells always.
    void setWatched(bool isWatched);

signals:
    void changed();

private slots:
    void askSoon() { soon_.start(); }
    void takeProperties(const QString &interface);

private:
    void ask();
    void takeAnswer(const QDBusMessage &answer);
    void readSys();
    void setList(QList<DiscDrive> list);

    QDBusConnection bus_;
    QString sys_;
    QList<DiscDrive> list_;
    bool isWatched_ = false;
    bool hasService_ = false;
    bool isAsking_ = false;
    bool isStale_ = false;  ///< something changed while udisks2 was asked
    QTimer soon_;           ///< many changes come at once
    QTimer poll_;
};

} // namespace cloop::desktop
