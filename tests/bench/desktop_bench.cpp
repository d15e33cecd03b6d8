// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the desktop program in its own window; each command prints numbers, one per line. Run by desktop_bench.py.

#include "job/build_image.h"
#include "job/presets.h"
#include "jobs/job_queue.h"
#include "jobs/preset_estimates.h"
#include "platform/single_instance.h"
#include "text/translations.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/inspect_page.h"
#include "views/main_window.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/message_bar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace cloop;
using namespace cloop::desktop;

namespace {

double now() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

/// Detects the first paint of a window.
class FirstPaint final : public QObject {
public:
    bool has = false;
    bool eventFilter(QObject *, QEvent *event) override {
        has = has || event->type() == QEvent::Paint;
        return false;
    }
};

/// Sleeps between checks, because a busy loop would take a processor from the work.
bool waitFor(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 600'000); }

/// `begun`: when this program was started, in seconds since 1970.
int firstPaint(double begun) {
    installTranslations(QLocale::system());
    SingleInstance instance;
    MainWindow window;
    FirstPaint paint;
    window.centralWidget()->installEventFilter(&paint);
    window.show();
    waitFor([&] { return paint.has; });
    QCoreApplication::processEvents();
    std::printf("%.4f\n", now() - begun);
    return 0;
}

int openImage(const QString &path) {
    MainWindow window;
    window.resize(1600, 1000);
    window.show();
    QTest::qWait(300);
    FirstPaint paint;
    QElapsedTimer clock;
    clock.start();
    QSignalSpy taken(&window, &MainWindow::taken);
    QObject::connect(&window, &MainWindow::taken, [&] { window.inspectPage()->showView(window.inspectPage()->mapPanel()); });
    window.take(path);
    window.inspectPage()->map()->viewport()->installEventFilter(&paint);
    waitFor([&] { return !taken.isEmpty() && paint.has; });
    QCoreApplication::processEvents();
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("%.4f\n%.1f\n", seconds, static_cast<double>(usage.ru_maxrss) / 1024);
    return 0;
}

/// Milliseconds per frame while zooming, scrolling and hovering: median and maximum.
int paintFrames(const QString &path) {
    MainWindow window;
    window.resize(1920, 1080);
    window.show();
    QSignalSpy taken(&window, &MainWindow::taken);
    window.take(path);
    waitFor([&] { return !taken.isEmpty(); });
    window.inspectPage()->showView(window.inspectPage()->mapPanel());
    // Until the page is painted for the first time, which is no frame of zooming.
    QTest::qWait(500);
    MapView *map = window.inspectPage()->map();
    std::vector<double> frames;
    const auto frame = [&](const auto &act) {
        QElapsedTimer clock;
        clock.start();
        act();
        map->viewport()->repaint();
        frames.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    };
    for (int i = 0; i < 12; ++i) frame([&] { map->zoom(1); });
    for (int i = 0; i < 200; ++i) frame([&] { map->verticalScrollBar()->setValue(map->verticalScrollBar()->maximum() / 200 * i); });
    for (int i = 0; i < 200; ++i)
        frame([&] {
            QMouseEvent move(QEvent::MouseMove, QPointF(3 * i, 2 * i), map->viewport()->mapToGlobal(QPointF(3 * i, 2 * i)), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(map->viewport(), &move);
        });
    for (int i = 0; i < 12; ++i) frame([&] { map->zoom(-1); });
    for (int i = 0; i < 5; ++i) frame([&] { map->fitAll(); });
    std::ranges::sort(frames);
    std::printf("%.3f\n%.3f\n", frames[frames.size() / 2], frames.back());
    return 0;
}

/// A long list of files: seconds until it is shown after its image is open, and of each key typed in its search the longest answer in milliseconds.
int listFiles(const QString &path) {
    MainWindow window;
    window.resize(1600, 1000);
    window.show();
    QTest::qWait(300);
    FilesView *files = window.inspectPage()->files();
    QElapsedTimer clock;
    QObject::connect(&window, &MainWindow::taken, [&] { clock.start(); });
    window.take(path);
    FirstPaint paint;
    auto *tree = files->findChild<QTreeView *>();
    waitFor([&] { return clock.isValid(); });
    tree->viewport()->installEventFilter(&paint);
    waitFor([&] { return paint.has; });
    QCoreApplication::processEvents();
    std::printf("%.4f\n", static_cast<double>(clock.nsecsElapsed()) / 1e9);
    double longest = 0;
    bool isAnswered = false;
    QObject::connect(files, &FilesView::scopeChanged, [&] { isAnswered = true; });
    for (const char *typed : {"1", "12", "123", "12", "1", "f", "fi", "file-1999", ""}) {
        isAnswered = false;
        clock.start();
        files->findChild<QLineEdit *>()->setText(typed);
        while (!isAnswered) QCoreApplication::processEvents();
        tree->viewport()->repaint();
        longest = std::max(longest, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::printf("%.1f\n", longest);
    return 0;
}

int buildInWindow(const QString &source, const QString &output) {
    MainWindow window;
    window.show();
    QSignalSpy taken(&window, &MainWindow::taken);
    window.take(source);
    waitFor([&] { return !taken.isEmpty(); });
    BuildPage *page = window.buildPage();
    page->choices()->setOutput(output);
    QTest::qWait(100);
    QFile::remove(output);
    bool isBuilt = false;
    QObject::connect(page, &BuildPage::built, [&] { isBuilt = true; });
    QElapsedTimer clock;
    clock.start();
    page->start();
    if (!waitFor([&] { return isBuilt; })) return 1;
    std::printf("%.4f\n", static_cast<double>(clock.nsecsElapsed()) / 1e9);
    return 0;
}

/// The longest time from cancel to idle, of builds (by each preset) and checks, stopped anywhere.
int cancelJobs(const QString &source, const QString &image, const QString &output) {
    MainWindow window;
    window.show();
    QRandomGenerator random(1);
    double longest = 0;
    const auto stop = [&](const auto &cancel) {
        QTest::qWait(static_cast<int>(random.bounded(50, 2500)));
        QElapsedTimer clock;
        clock.start();
        cancel();
        if (!waitFor([&] { return !window.queue().isBusy(); })) return false;
        longest = std::max(longest, static_cast<double>(clock.nsecsElapsed()) / 1e9);
        return true;
    };
    for (int round = 0; round < 4; ++round) {
        for (int preset = 0; preset < 3; ++preset) {
            QSignalSpy taken(&window, &MainWindow::taken);
            window.take(source);
            waitFor([&] { return !taken.isEmpty(); });
            window.buildPage()->choices()->setOutput(output);
            window.buildPage()->choices()->setPreset(preset);
            window.buildPage()->start();
            if (!stop([&] { window.buildPage()->job()->cancel(); })) return 1;
        }
        QSignalSpy taken(&window, &MainWindow::taken);
        window.take(image);
        waitFor([&] { return !taken.isEmpty(); });
        window.inspectPage()->startScan();
        if (!stop([&] { window.inspectPage()->cancelScan(); })) return 1;
    }
    std::printf("%.4f\n", longest);
    return 0;
}

/// For each preset: estimated and real size, estimated and real seconds, and the time of the first estimate.
int compareEstimates(const QString &source, const QString &output) {
    std::vector<CreateOptions> choices;
    for (const Preset &preset : presets)
        choices.push_back({.format = preset.format,
                           .encoding = preset.encoding,
                           .threads = static_cast<unsigned>(QThread::idealThreadCount()),
                           .want_sha256 = true});
    PresetEstimates estimates;
    std::vector<Estimate> latest(choices.size());
    std::vector<double> firsts(choices.size(), -1);
    bool hasEnded = false;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&estimates, &PresetEstimates::estimated, [&](std::size_t choice, const Estimate &estimate) {
        latest[choice] = estimate;
        if (firsts[choice] < 0) firsts[choice] = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    });
    QObject::connect(&estimates, &PresetEstimates::ended, [&] { hasEnded = true; });
    const std::string name = QFile::encodeName(source).toStdString();
    estimates.start({.path = name}, choices);
    if (!waitFor([&] { return hasEnded; })) return 1;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        QFile::remove(output);
        clock.start();
        const auto built = build_image({.source = {.path = name}, .output = QFile::encodeName(output).toStdString(), .options = choices[i]}, {}, {});
        if (!built) return 1;
        std::printf("%llu %llu %.3f %.3f %.3f\n", static_cast<unsigned long long>(latest[i].image_size),
                    static_cast<unsigned long long>(built->image.image_size), latest[i].seconds, static_cast<double>(clock.nsecsElapsed()) / 1e9,
                    firsts[i]);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Cloopsmith bench"));
    QSettings().clear();
    const QStringList words = QCoreApplication::arguments();
    const QString command = words.value(1);
    if (command == QLatin1String("first-paint")) return firstPaint(words.value(2).toDouble());
    if (command == QLatin1String("open")) return openImage(words.value(2));
    if (command == QLatin1String("paint")) return paintFrames(words.value(2));
    if (command == QLatin1String("list")) return listFiles(words.value(2));
    if (command == QLatin1String("build")) return buildInWindow(words.value(2), words.value(3));
    if (command == QLatin1String("cancel")) return cancelJobs(words.value(2), words.value(3), words.value(4));
    if (command == QLatin1String("estimate")) return compareEstimates(words.value(2), words.value(3));
    return 1;
}
