// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel module: how it stands, and buttons to install, load, unload and remove it, with a log of what that runs.

#pragma once

#include "jobs/core_job.h"

#include "attach/module_client.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace cloop::desktop {

class CommandLines;
class IconLabel;
class ToneLabel;

/// As in module_client.h; called in another thread.
struct ModuleAccess {
    std::function<ModuleFacts(const std::stop_token &)> facts = module_facts;
    std::function<Status(ModuleChange, const std::function<void(const std::string &)> &, const std::stop_token &)> change = change_module;
};

/// Deletes itself once it is closed. Looks again whenever one comes back to it.
class ModuleDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ModuleDialog(QWidget *parent, ModuleAccess access = {});

    /// While something is installed, asks first; the service goes on without this.
    void reject() override;

signals:
    void shown();  ///< how it stands now

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const QString &words, ModuleChange change);
    void fit();
    void look();
    void showFacts(const ModuleFacts &facts);
    void begin(ModuleChange change);
    void end(const Status &status);

    ModuleAccess access_;
    IconLabel *icon_;
    QLabel *state_;
    QLabel *advice_;
    CommandLines *commands_;
    QPushButton *install_, *load_, *unload_, *remove_;
    QProgressBar *progress_;
    ToneLabel *failure_;
    QPlainTextEdit *log_;
    QPushButton *copyLog_;
    bool isRefused_ = false;  ///< by Secure Boot, when it was to be loaded
    CoreJob look_, work_;     // last: they use the members above until they end
};

} // namespace cloop::desktop
