// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with another program's window on a virtual X screen without a window manager: clicks, and drops of files.

#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QString>
#include <QThread>

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <cstring>

namespace cloop::test {

class XUser {
public:
    explicit XUser(const QByteArray &display) : display_(XOpenDisplay(display.constData())) {
        XSetErrorHandler([](Display *, XErrorEvent *) { return 0; });
    }
    ~XUser() {
        if (display_) XCloseDisplay(display_);
    }
    XUser(const XUser &) = delete;
    XUser &operator=(const XUser &) = delete;

    bool isThere() const { return display_ != nullptr; }

    /// The window whose title is, or ends with, these words; 0: there is none.
    Window find(const QString &words) const {
        Window root = 0, parent = 0, *children = nullptr, found = 0;
        unsigned count = 0;
        if (!XQueryTree(display_, DefaultRootWindow(display_), &root, &parent, &children, &count)) return 0;
        for (unsigned i = 0; i < count; ++i)
            if (titleOf(children[i]).endsWith(words)) found = children[i];
        if (children) XFree(children);
        return found;
    }

    QString titleOf(Window window) const {
        const QByteArray title = property(window, atom("_NET_WM_NAME"), atom("UTF8_STRING"));
        return QString::fromUtf8(title);
    }

    /// A click, at a place of the screen, where a window without a window manager has its own places.
    void click(int x, int y) {
        XTestFakeMotionEvent(display_, -1, x, y, CurrentTime);
        XSync(display_, False);
        QThread::msleep(200);
        for (const Bool isDown : {True, False}) XTestFakeButtonEvent(display_, 1, isDown, CurrentTime);
        XSync(display_, False);
    }

    /// Drags something of one type over the window and lets it go there, by the XDND protocol. Whether it was taken.
    bool drop(Window target, const QByteArray &type, const QByteArray &data) {
        const Window own = XCreateSimpleWindow(display_, DefaultRootWindow(display_), 0, 0, 1, 1, 0, 0, 0);
        const Atom selection = atom("XdndSelection");
        XSetSelectionOwner(display_, selection, own, CurrentTime);
        constexpr long version = 5;
        send(target, "XdndEnter", {long(own), version << 24, long(atom(type.constData())), 0, 0});
        send(target, "XdndPosition", {long(own), 0, (60L << 16) | 60, CurrentTime, long(atom("XdndActionCopy"))});
        bool isTaken = false;
        QElapsedTimer patience;
        patience.start();
        while (patience.elapsed() < 10'000) {
            if (!XPending(display_)) {
                QThread::msleep(10);
                continue;
            }
            XEvent event;
            XNextEvent(display_, &event);
            if (event.type == SelectionRequest) {
                answer(event.xselectionrequest, data);
            } else if (event.type == ClientMessage && event.xclient.message_type == atom("XdndStatus")) {
                if (!(event.xclient.data.l[1] & 1)) break;
                send(target, "XdndDrop", {long(own), 0, CurrentTime, 0, 0});
            } else if (event.type == ClientMessage && event.xclient.message_type == atom("XdndFinished")) {
                isTaken = (event.xclient.data.l[1] & 1) != 0;
                break;
            }
        }
        XDestroyWindow(display_, own);
        XSync(display_, False);
        return isTaken;
    }

private:
    struct Words {
        long l[5];
    };

    Atom atom(const char *name) const { return XInternAtom(display_, name, False); }

    QByteArray property(Window window, Atom name, Atom type) const {
        Atom found = 0;
        int format = 0;
        unsigned long count = 0, rest = 0;
        unsigned char *bytes = nullptr;
        if (XGetWindowProperty(display_, window, name, 0, 1024, False, type, &found, &format, &count, &rest, &bytes) != Success || !bytes) return {};
        const QByteArray value(reinterpret_cast<const char *>(bytes), qsizetype(count));
        XFree(bytes);
        return value;
    }

    void send(Window target, const char *message, const Words &words) {
        XClientMessageEvent event{};
        event.type = ClientMessage;
        event.display = display_;
        event.window = target;
        event.message_type = atom(message);
        event.format = 32;
        std::memcpy(event.data.l, words.l, sizeof words.l);
        XSendEvent(display_, target, False, NoEventMask, reinterpret_cast<XEvent *>(&event));
        XSync(display_, False);
    }

    void answer(const XSelectionRequestEvent &request, const QByteArray &data) {
        XChangeProperty(display_, request.requestor, request.property, request.target, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char *>(data.constData()), int(data.size()));
        XSelectionEvent event{};
        event.type = SelectionNotify;
        event.display = display_;
        event.requestor = request.requestor;
        event.selection = request.selection;
        event.target = request.target;
        event.property = request.property;
        event.time = request.time;
        XSendEvent(display_, request.requestor, False, NoEventMask, reinterpret_cast<XEvent *>(&event));
        XSync(display_, False);
    }

    Display *display_;
};

} // namespace cloop::test
