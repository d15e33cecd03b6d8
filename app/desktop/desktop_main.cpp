// cloopsmith: the desktop program.

#include "main_window.h"

#include <QApplication>
#include <QCommandLineParser>

#include <sys/resource.h>

#include <csignal>

int main(int argc, char **argv) {
    // A split set takes a descriptor for each part.
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
    QGuiApplication::setDesktopFileName("org.cloopsmith.Cloopsmith");

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Makes compressed disc images, and looks into them."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("path", QCoreApplication::translate("main", "An image to open, or what to build one from."), "[path]");
    parser.process(application);

    cloop::desktop::MainWindow window;
    window.show();
    if (const QStringList paths = parser.positionalArguments(); !paths.isEmpty()) window.take(paths.first());
    return QApplication::exec();
}
