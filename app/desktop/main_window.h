// The window: its pages, what is dropped on it, and what goes wrong.

#pragma once

#include "core_job.h"
#include "opened_image.h"

#include <QMainWindow>

class QAction;
class QLabel;
class QStackedWidget;

namespace cloop::desktop {

class BuildPage;
class InspectPage;
class StartPage;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow();
    ~MainWindow() override;

    /// An image is opened; a folder, an archive, and a file that is no image become the source of a build.
    void take(const QString &path);

    StartPage *startPage() const { return start_; }
    InspectPage *inspectPage() const { return inspect_; }
    BuildPage *buildPage() const { return build_; }
    QString message() const;

signals:
    void taken();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    void goTo(QWidget *page);
    void openDialog();
    void buildDialog();
    void showOpened(OpenedImage opened);
    void say(const QString &sentence);
    void remember(const QString &path);

    QWidget *messageBar_;
    QLabel *messageText_;
    QStackedWidget *pages_;
    StartPage *start_;
    InspectPage *inspect_;
    BuildPage *build_;
    QList<QAction *> mapActions_;  ///< of use where a map is shown
    CoreJob open_;
    QString pending_;  ///< dropped while something else is being opened
};

} // namespace cloop::desktop
