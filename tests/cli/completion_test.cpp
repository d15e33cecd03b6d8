// SPDX-License-Identifier: GPL-3.0-or-later
// A Tab completes the command line, in each shell, on a real terminal.

#include "support/command_folder.h"

#include <QTest>

#include <unistd.h>

using namespace cloop::test;

/// A shell in tmux.
class Terminal {
public:
    Terminal(const CommandFolder &folder, const QString &command) : socket_(folder.file("tmux-" + command.section(' ', 0, 0))) {
        tmux({"-f", "/dev/null", "new-session", "-d", "-x", "150", "-y", "40", "-c", folder.path(), command},
             {"PATH=" + folder.program().section('/', 0, -2) + ":" + qEnvironmentVariable("PATH"), "HOME=" + folder.path()});
    }
    ~Terminal() { tmux({"kill-server"}); }

    void type(const QString &text) const { tmux({"send-keys", "-l", text}); }
    void press(const QString &key) const { tmux({"send-keys", key}); }
    QString screen() const { return QString::fromUtf8(tmux({"capture-pane", "-p"})); }

    /// Whether the screen comes to have `text`.
    bool shows(const QString &text) const {
        return QTest::qWaitFor([&] { return screen().contains(text); }, 20'000);
    }

private:
    QByteArray tmux(const QStringList &arguments, const QStringList &environment = {}) const {
        return run("tmux", QStringList{"-S", socket_} + arguments, {}, {}, environment).out;
    }

    QString socket_;
};

class CompletionTest : public QObject {
    Q_OBJECT

    CommandFolder folder_{BIN_DIR, VECTORS};

        /// As built, where each shell looks for it.
    static QByteArray script(const char *place) { return BIN_DIR "/../share/" + QByteArray(place); }

    QStringList offered(const QStringList &words) const {
        return QString::fromUtf8(folder_.cloop(QStringList{"complete"} + words).out).split('\n', Qt::SkipEmptyParts);
    }

private slots:
    void initTestCase() {
        QVERIFY(folder_.make_tree());
        QCOMPARE(folder_.cloop({"create", "tree", "tree.cloop"}).status, 0);
        for (const char *name : {"my disc.cloop", "parts.cloop.000", "parts.txt", "KNOPPIX", "patterns", "treetops"})
            QVERIFY(write_file(folder_.file(name), "x"));
        QVERIFY(write_file(folder_.file("bashrc"), "PS1='ready> '\nsource " + script("bash-completion/completions/cloop") + "\n"));
        QVERIFY(write_file(folder_.file(".zshrc"), "fpath=(" + script("zsh/site-functions") +
                                                       " $fpath)\nautoload -Uz compinit\ncompinit -u -D\n"
                                                       "PS1='ready> '\n"));
        QVERIFY(write_file(folder_.file("config.fish"), "function fish_prompt; echo -n 'ready> '; end\nset -g fish_greeting\n"
                                                        "set -g fish_autosuggestion_enabled 0\nsource " +
                                                            script("fish/vendor_completions.d/cloop.fish") + "\n"));
    }

    void a_tab_completes_in_each_shell_data() {
        QTest::addColumn<QString>("command");
        QTest::newRow("bash") << "bash --noprofile --rcfile bashrc";
        QTest::newRow("zsh") << "env ZDOTDIR=. zsh";
        QTest::newRow("fish") << "fish --no-config --init-command 'source config.fish'";
    }
    void a_tab_completes_in_each_shell() {
        QFETCH(QString, command);
        const Terminal terminal(folder_, command);
        QVERIFY2(terminal.shows("ready>"), qPrintable(terminal.screen()));
        const std::pair<const char *, const char *> lines[] = {
            {"cloop conv", "cloop convert"},                                       // a command
            {"cloop help umo", "cloop help umount"},                               //
            {"cloop create --one", "cloop create --one-file-system"},              // an option
            {"cloop create -c bes", "cloop create -c best"},                       // an encoder
            {"cloop convert x --codec defl", "cloop convert x --codec deflate"},   //
            {"cloop create --filesystem=er", "cloop create --filesystem=erofs"},   // a word behind =
            {"cloop verify --map m my", "cloop verify --map m my\\ disc.cloop"},   // an image
            {"cloop info par", "cloop info parts.cloop.000"},                      // a part, but no other file
            {"cloop info KNO", "cloop info KNOPPIX"},                              // an image may have any name
            {"cloop live --add tre", "cloop live --add tree/"},                    // a folder, but no file
            {"cloop create --exclude-from pat", "cloop create --exclude-from patterns"},
            {"cloop cat tree.cloop /su", "cloop cat tree.cloop /sub/"},            // a folder in an image
            {"cloop cat tree.cloop /sub/har", "cloop cat tree.cloop /sub/hard"},
        };
        for (const auto &[line, completed] : lines) {
            terminal.type(line);
            QVERIFY2(terminal.shows(line), qPrintable(terminal.screen()));
            terminal.press("Tab");
            QVERIFY2(terminal.shows(completed), qPrintable(terminal.screen()));
            terminal.press("C-u");
            QVERIFY2(QTest::qWaitFor([&] { return !terminal.screen().contains(line); }), qPrintable(terminal.screen()));
        }
    }

    void every_value_of_a_set_is_offered() {
        QCOMPARE(offered({"create", "--codec", ""}).mid(1).join("").simplified(), "deflate zlib xz lz4 lz4hc lzo none best");
        QCOMPARE(offered({"mount", "--way", ""}).mid(1).join("").simplified(), "auto module fuse tree");
        QCOMPARE(offered({"live", "--layout="}).mid(1).join("").simplified(), "--layout=gpt --layout=mbr");
    }

    void words_in_front_are_counted_as_the_command_counts_them() {
        QCOMPARE(offered({"info", ""}).first(), "images");
        QCOMPARE(offered({"info", "--threads", "2", ""}).first(), "images");
        QCOMPARE(offered({"info", "--threads=2", "--json", ""}).first(), "images");
        QCOMPARE(offered({"info", "x", ""}).first(), "none");
        QCOMPARE(offered({"umount", "x", "y", ""}).first(), "images");
        QCOMPARE(offered({"create", "--", "-c", ""}).first(), "all");
        QCOMPARE(offered({"verify", "--map", ""}).first(), "all");
        QCOMPARE(offered({"convert", "--cluster", ""}).first(), "images");
        QCOMPARE(offered({"convert", "--cluster", "nats://h", ""}).first(), "images");
        QCOMPARE(offered({"convert", "--cluster=nats://h", "x", ""}).first(), "all");
        QCOMPARE(offered({"nothing", ""}).size(), offered({""}).size());
    }

    /// With a /dev of its own, because most machines have no cloop device.
    void devices_are_offered() {
        const auto complete = [&](const QString &command) {
            const QString script = "mount -t tmpfs none /dev && touch /dev/cloop0 /dev/cloop10 /dev/cloop2 /dev/cloopctl /dev/loop0 && exec " +
                                   folder_.program() + " complete " + command + " /dev/c";
            QStringList words{"--mount", "sh", "-c", script};
            // Not as root: in a changed root the kernel allows no namespace of users.
            if (::geteuid() != 0) words.prepend("--map-root-user");
            return QString::fromUtf8(run("unshare", words).out).simplified();
        };
        QCOMPARE(complete("suspend"), "none /dev/cloop0 /dev/cloop2 /dev/cloop10");
        QCOMPARE(complete("attach image"), "none /dev/cloop0 /dev/cloop2 /dev/cloop10");
    }
};

QTEST_GUILESS_MAIN(CompletionTest)
#include "completion_test.moc"
