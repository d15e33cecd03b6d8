// SPDX-License-Identifier: GPL-3.0-or-later
// cloopsmith: the desktop program.

#include "platform/names.h"
#include "platform/single_instance.h"
#include "text/translations.h"
#include "views/main_window.h"
#include "views/mirrored_style.h"
#include "views/mount_alone.h"

#include <QApplication>
#include <QCommandLineParser>

#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

int main(int argc, char **argv) {
    // A split set needs a descriptor per part.
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    std::signal(SIGXFSZ, SIG_IGN);

    QApplication application(argc, argv);
    QApplication::setOrganizationName("Cloopsmith");
    QApplication::setOrganizationDomain("cloopsmith.org");
    QApplication::setApplicationName("Cloopsmith");
    QApplication::setApplicationVersion(CLOOPSMITH_VERSION);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.cloopsmith.Cloopsmith.svg")));
    QGuiApplication::setDesktopFileName(cloop::desktop::applicationId());

    cloop::desktop::installTranslations(QLocale::system());
    cloop::desktop::installMirroredStyle();
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Makes compressed disc images, and looks into them."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("path", QCoreApplication::translate("main", "An image to open, or what to build one from."), "[path]");
    const QCommandLineOption build(QStringLiteral("build"), QCoreApplication::translate("main", "Ask for a folder to build an image of."));
    const QCommandLineOption open(QStringLiteral("open"), QCoreApplication::translate("main", "Ask for an image to open."));
    const QCommandLineOption mount(QStringLiteral("mount"), QCoreApplication::translate("main", "Mount the image, and open its folder."));
    parser.addOptions({build, open, mount});
    parser.process(application);

    const QStringList paths = parser.positionalArguments();
    if (parser.isSet(mount) && !paths.isEmpty()) return cloop::desktop::mountAlone(paths.first());
    cloop::desktop::SingleInstance instance;
    const QString action = parser.isSet(build) ? build.names().first() : parser.isSet(open) ? open.names().first() : QString();
    if (instance.handOver(paths, action)) return 0;
    cloop::desktop::MainWindow window;
    // Queued, because a dialog within the D-Bus call would make the second instance wait for its reply.
    QObject::connect(&instance, &cloop::desktop::SingleInstance::raiseWanted, &window, &cloop::desktop::MainWindow::raiseUp, Qt::QueuedConnection);
    QObject::connect(&instance, &cloop::desktop::SingleInstance::openWanted, &window, &cloop::desktop::MainWindow::takeGiven, Qt::QueuedConnection);
    QObject::connect(&instance, &cloop::desktop::SingleInstance::actionWanted, &window, &cloop::desktop::MainWindow::act, Qt::QueuedConnection);
    window.show();
    if (!paths.isEmpty()) window.takeGiven(paths.first());
    else if (!action.isEmpty()) QMetaObject::invokeMethod(&window, [&] { window.act(action); }, Qt::QueuedConnection);
    const int status = QApplication::exec();
    // Jobs have been told to stop. One that waits for a disc that never answers would keep this process, and with it the next one from starting.
    std::thread([status] {
        std::this_thread::sleep_for(std::chrono::seconds(10));
        std::_Exit(status);
    }).detach();
    return status;
}
