// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: pages, menus, drag and drop, and messages.

#pragma once

#include "jobs/core_job.h"
#include "jobs/job_queue.h"
#include "jobs/mounts.h"
#include "models/opened_image.h"
#include "models/recent_files.h"
#include "platform/drives.h"
#include "platform/sleep_inhibitor.h"
#include "views/labels.h"
#include "views/map_painter.h"
#include "views/mounting.h"

#include <QMainWindow>
#include <QPointer>

class QAction;
class QFrame;
class QLabel;
class QMenu;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace cloop::desktop {

class BuildPage;
class InspectPage;
class JobsPopover;
class MapView;
class MessageBar;
class MountsPopover;
class StartPage;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// `mounts`: as for Mounts.
    explicit MainWindow(std::function<std::vector<Attachment>()> mounts = attachments);
    ~MainWindow() override;

    /// Opens an image; a folder, archive or other file becomes the source of a build.
    void take(const QString &path);

    /// The same for a path from the command line or another instance.
    void takeGiven(const QString &path);

    /// Runs an action of the desktop file: "build" or "open", which ask for a path.
    void act(const QString &action);

    /// Raises the window.
    void raiseUp(const QString &activationToken = {});

    StartPage *startPage() const { return start_; }
    InspectPage *inspectPage() const { return inspect_; }
    BuildPage *buildPage() const { return build_; }
    JobQueue &queue() { return queue_; }
    Mounts &mounts() { return mounts_; }
    MessageBar *messages() const { return messages_; }

signals:
    void taken();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeMenus();
    void makeOpenMenus(QMenu *file);
    void makeStatusBar();
    void wireStartPage();
    void goTo(QWidget *page);
    MapView *shownMap() const;
    void openDialog();
    void buildDialog(bool wantsFolder);
    void exportDialog();
    void stickDialog(SourcePtr disc, const QString &name);
    void writeFileToStick(const QString &path);
    void writeShownToStick();
    void convert();
    void showSum();
    void askSum();
    void about();
    void setScheme(MapScheme scheme);
    using Opener = std::function<Result<OpenedImage>(const std::stop_token &)>;

    /// `isImage`: the user opened it as an image, so it is not used as a source without asking.
    void open(const QString &path, bool isImage, Opener opener);
    void stopOpening();
    bool endOpening();
    void takeImage(const QString &path);
    void takeOpened(const QString &path, bool isImage, Result<OpenedImage> opened);
    void showOpened(OpenedImage opened);
    void closeImage();
    bool mayLeaveCheck(const QString &question);
    void noteCheck();
    void buildFrom(const QString &path);
    void showJobs();
    void forgetLastJob(const Job *left = nullptr);
    void showMounts();
    void showModule();
    void showFile(const QString &path);
    void tellEnd(const Job &job);
    void setDropping(bool isDropping);
    void refuseDrop();

    JobQueue queue_;
    RecentFiles recent_;
    Drives drives_;
    SleepInhibitor inhibitor_;
    LeadingLabels labels_;
    MessageBar *messages_;
    QStackedWidget *pages_;
    StartPage *start_;
    InspectPage *inspect_;
    BuildPage *build_;
    QLabel *jobLine_;
    QPointer<const Job> past_;  ///< ended before something else was opened
    QToolButton *jobsButton_;
    JobsPopover *jobs_;
    Mounts mounts_;
    QToolButton *mountsButton_;
    MountsPopover *mountsPopover_;
    Mounting mounting_;
    QFrame *dropFrame_;
    QAction *imagePage_ = nullptr;
    QAction *buildPage_ = nullptr;
    QList<QAction *> mapActions_;    ///< enabled while a map is shown
    QList<QAction *> imageActions_;  ///< enabled while an image is open
    QTimer *openingSoon_;            ///< delays the "opening" message
    QTimer *givingUp_;               ///< on what was stopped and does not end
    QString opening_;                ///< the name of what is being opened
    CoreJob open_;
    std::function<void()> pending_;  ///< opens the next file, given while another was being opened
};

} // namespace cloop::desktop
