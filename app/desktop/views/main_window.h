// SPDX-License-Identifier: GPL-3.0-or-later
// The window: its pages, its menus, what is dropped on it, and what goes wrong.

#pragma once

#include "jobs/core_job.h"
#include "jobs/job_queue.h"
#include "models/opened_image.h"
#include "models/recent_files.h"
#include "platform/sleep_inhibitor.h"
#include "views/map_painter.h"

#include <QMainWindow>

class QAction;
class QFrame;
class QLabel;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace cloop::desktop {

class BuildPage;
class InspectPage;
class JobsPopover;
class MapView;
class MessageBar;
class StartPage;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow();
    ~MainWindow() override;

    /// An image is opened; a folder, an archive, and any other file become the source of a build.
    void take(const QString &path);

    /// The same for a path as a shell or another start gives it.
    void takeGiven(const QString &path);

    /// An action of the desktop file: "build" or "open", which ask for a name.
    void act(const QString &action);

    /// Comes to the front.
    void raiseUp(const QString &activationToken = {});

    StartPage *startPage() const { return start_; }
    InspectPage *inspectPage() const { return inspect_; }
    BuildPage *buildPage() const { return build_; }
    JobQueue &queue() { return queue_; }
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
    void makeStatusBar();
    void goTo(QWidget *page);
    MapView *map() const;
    void openDialog();
    void buildDialog(bool wantsFolder);
    void exportDialog();
    void convert();
    void savePicture();
    void askSum();
    void checkSum(const QString &sums);
    void about();
    void setScheme(MapScheme scheme);
    using Opener = std::function<Result<OpenedImage>(const std::stop_token &)>;

    /// `isImage`: it was said to be one, so it is not taken for the source of a build unasked.
    void open(const QString &path, bool isImage, Opener opener);
    void takeImage(const QString &path);
    void takeOpened(const QString &path, bool isImage, Result<OpenedImage> opened);
    void showOpened(OpenedImage opened);
    void buildFrom(const QString &path);
    void showJobs();
    void tellEnd(const Job &job);
    void setDropping(bool isDropping);

    JobQueue queue_;
    RecentFiles recent_;
    SleepInhibitor inhibitor_;
    MessageBar *messages_;
    QStackedWidget *pages_;
    StartPage *start_;
    InspectPage *inspect_;
    BuildPage *build_;
    QLabel *jobLine_;
    QToolButton *jobsButton_;
    JobsPopover *jobs_;
    QFrame *dropFrame_;
    QAction *imagePage_ = nullptr;
    QAction *buildPage_ = nullptr;
    QList<QAction *> mapActions_;    ///< of use where a map is shown
    QList<QAction *> imageActions_;  ///< of use where an image is open
    QTimer *openingSoon_;            ///< tells that something is being opened, where that takes its time
    CoreJob open_;
    std::function<void()> pending_;  ///< opens what was dropped while something else is being opened
};

} // namespace cloop::desktop
