// SPDX-License-Identifier: GPL-3.0-or-later
// Both services answer or refuse each call once, and keep nothing of it: no memory, no descriptor.
//
// This program is the bus: it makes calls of the input, tells who calls, is polkit, and says when a caller is gone. What the services start is
// played; the devices are of its own.

#include "bus_service.h"
#include "helper_names.h"
#include "methods.h"
#include "module_facts.h"
#include "module_methods.h"
#include "module_names.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <string_view>
#include <thread>

using namespace cloop::helper;

namespace {

std::string_view input;

/// Aborts if it is false.
void must(bool is_true) {
    if (!is_true) std::abort();
}

} // namespace

namespace cloop::helper {

/// In this process, so that it is checked; its end comes later, as that of a child.
std::unique_ptr<ChildWork> ChildWork::start(sd_event *event, const std::vector<int> &kept, std::uint64_t, const Work &work, std::function<void()>,
                                            Ended ended) {
    for (const int fd : kept) must(::fcntl(fd, F_GETFD) >= 0);
    auto child = std::make_unique<ChildWork>();
    child->ended_ = [ended = std::move(ended), outcome = std::make_shared<Outcome>(work())](Outcome *) { ended(outcome.get()); };
    sd_event_source *source = nullptr;
    const auto on_defer = [](sd_event_source *, void *self) { return on_end(nullptr, nullptr, self); };
    must(sd_event_add_defer(event, &source, on_defer, child.get()) >= 0);
    child->child_.reset(source);
    return child;
}

int ChildWork::on_end(sd_event_source *, const siginfo_t *, void *self) {
    const auto ended = std::move(static_cast<ChildWork *>(self)->ended_);
    ended(nullptr);
    return 0;
}

void ChildWork::stop() {}

namespace module {

/// A program that says what the input says.
RunningProgram start(const Command &) {
    int ends[2];
    must(::pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0);
    RunningProgram program{.pid = 0, .output = Descriptor(ends[0])};
    const Descriptor its_end(ends[1]);
    (void)!::write(ends[1], input.data(), input.size());
    char name[] = "program";
    char *const arguments[] = {name, nullptr};
    const char *file = input.size() % 2 ? "/bin/false" : "/bin/true";
    must(::posix_spawn(&program.pid, file, nullptr, nullptr, arguments, nullptr) == 0);
    return program;
}

/// /usr/src/cloop-of-nobody may be deleted.
Facts facts_of(const std::string &) { return {.kernel = "6.1", .version = "of-nobody", .built_for = {"6.1"}}; }
std::vector<std::string> dkms_versions() { return {"of-nobody"}; }

} // namespace module

} // namespace cloop::helper

namespace {

constexpr char bus_itself[] = "org.freedesktop.DBus";
constexpr std::uint32_t users[] = {0, 2001, 2001, 2002};  // of the callers :1.0 to :1.3

struct Method {
    const char *path, *interface, *name, *types;
};
constexpr Method known_methods[] = {
    {object_path, interface_name, "OpenFuse", ""},
    {object_path, interface_name, "Attach", "aha{sv}"},
    {object_path, interface_name, "Detach", "s"},
    {object_path, interface_name, "Suspend", "s"},
    {object_path, interface_name, "Resume", "sah"},
    {object_path, interface_name, "Status", ""},
    {object_path, interface_name, "Nothing", ""},
    {module::object_path, module::interface_name, "Install", ""},
    {module::object_path, module::interface_name, "Remove", ""},
    {module::object_path, module::interface_name, "Load", ""},
    {module::object_path, module::interface_name, "Unload", ""},
    {module::object_path, module::interface_name, "Status", ""},
};
constexpr const char *other_types[] = {"", "h", "ah", "as", "a{sv}", "sv", "ahs", "t"};
constexpr const char *words[] = {"offset",      "size-limit",  "partitions",   "until-last-close",
                                 "/dev/cloop0", "/dev/cloop1", "/dev/cloop00", "/dev/cloop99999999999"};
std::vector<int> descriptors;  ///< that a caller passes
int listener = -1;             ///< takes the services' connections

/// Reads the input in order, then zeros.
struct Bytes {
    std::string_view left;
    std::uint8_t next() {
        if (left.empty()) return 0;
        const auto byte = static_cast<std::uint8_t>(left.front());
        left.remove_prefix(1);
        return byte;
    }
    template <class T, std::size_t count> const T &one_of(const T (&values)[count]) { return values[next() % count]; }
};

/// The system's bus, as seen by a service.
class PlayedBus {
public:
    explicit PlayedBus(int connection) {
        sd_bus *bus = nullptr;
        must(sd_bus_new(&bus) >= 0);
        bus_.reset(bus);
        must(sd_bus_set_fd(bus, connection, connection) >= 0 && sd_bus_set_server(bus, true, sd_id128_t{{1}}) >= 0 &&
             sd_bus_add_filter(bus, nullptr, on_message, this) >= 0 && sd_bus_start(bus) >= 0);
        // A service that is not on the bus yet takes nothing.
        while (!has_greeted_) process();
    }

    void play() {
        for (int left = 100; left > 0 && !bytes_.left.empty(); --left) {
            switch (bytes_.next() % 8) {
            case 0: answer_question(); break;
            case 1: end_caller(); break;
            default: call(bytes_.one_of(known_methods));
            }
            wait();
        }
    }

private:
    void process() {
        if (sd_bus_process(bus_.get(), nullptr) == 0) sd_bus_wait(bus_.get(), UINT64_MAX);
    }

    /// Until the services have seen all that was sent.
    void wait() {
        bool is_answered = false;
        const auto on_answer = [](sd_bus_message *, void *answered, sd_bus_error *) {
            *static_cast<bool *>(answered) = true;
            return 1;  // no other looks at it
        };
        must(sd_bus_call_method_async(bus_.get(), nullptr, nullptr, "/", "org.freedesktop.DBus.Peer", "Ping", on_answer, &is_answered, nullptr) >= 0);
        while (!is_answered) process();
    }

    void call(const Method &method) {
        sd_bus_message *message = nullptr;
        must(sd_bus_message_new_method_call(bus_.get(), &message, method.interface, method.path, method.interface, method.name) >= 0);
        const Message owned(message);
        const std::uint8_t how = bytes_.next();
        const bool wants_answer = how & 16;
        must(sd_bus_message_set_sender(message, (":1." + std::to_string(how % 4)).c_str()) >= 0);
        must(sd_bus_message_set_allow_interactive_authorization(message, how & 8) >= 0);
        must(sd_bus_message_set_expect_reply(message, wants_answer) >= 0);
        add(message, how >= 224 ? bytes_.one_of(other_types) : method.types);
        std::uint64_t serial = 0;
        if (sd_bus_send(bus_.get(), message, &serial) >= 0 && wants_answer) expected_.insert(serial);
    }

    /// A value of each type, as far as the message takes it.
    void add(sd_bus_message *message, std::string_view types) {
        while (!types.empty()) {
            const char type = types.front();
            const std::size_t length = type == 'a' ? types[1] == '{' ? 5 : 2 : 1;
            if (type == 'a') add_array(message, std::string(types.substr(1, length - 1)));
            else add_value(message, type);
            types.remove_prefix(length);
        }
    }

    void add_array(sd_bus_message *message, const std::string &type) {
        (void)sd_bus_message_open_container(message, 'a', type.c_str());
        for (int left = bytes_.next() % 12; left > 0; --left) {
            if (type[0] != '{') {
                add_value(message, type[0]);
                continue;
            }
            (void)sd_bus_message_open_container(message, 'e', "sv");
            add(message, "sv");
            (void)sd_bus_message_close_container(message);
        }
        (void)sd_bus_message_close_container(message);
    }

    void add_value(sd_bus_message *message, char type) {
        std::uint64_t number = 0;
        const std::string word = type == 's' ? text() : "";
        switch (type) {
        case 's': (void)sd_bus_message_append_basic(message, 's', word.c_str()); break;
        case 'h': (void)sd_bus_message_append_basic(message, 'h', &descriptors[bytes_.next() % descriptors.size()]); break;
        case 'v': {
            const char *inner = bytes_.one_of({"t", "b", "s", "h", "as"});
            (void)sd_bus_message_open_container(message, 'v', inner);
            add(message, inner);
            (void)sd_bus_message_close_container(message);
            break;
        }
        default:
            for (int i = 0; i < 8; ++i) number = number << 8 | bytes_.next();
            (void)sd_bus_message_append_basic(message, type, &number);
        }
    }

    std::string text() {
        const std::uint8_t kind = bytes_.next();
        if (kind < 128) return words[kind % std::size(words)];
        std::string text;
        for (int left = kind % 32; left > 0; --left) text += static_cast<char>(bytes_.next() % 127 + 1);
        return text;
    }

    void end_caller() {
        const std::string name = ":1." + std::to_string(bytes_.next() % std::size(users));
        gone_.insert(name);
        sd_bus_message *signal = nullptr;
        must(sd_bus_message_new_signal(bus_.get(), &signal, "/org/freedesktop/DBus", bus_itself, "NameOwnerChanged") >= 0);
        const Message owned(signal);
        must(sd_bus_message_set_sender(signal, bus_itself) >= 0 && sd_bus_message_append(signal, "sss", name.c_str(), name.c_str(), "") >= 0 &&
             sd_bus_send(bus_.get(), signal, nullptr) >= 0);
    }

    void answer_question() {
        if (questions_.empty()) return;
        const auto at = questions_.begin() + bytes_.next() % static_cast<std::ptrdiff_t>(questions_.size());
        const Message question = std::move(*at);
        questions_.erase(at);
        switch (bytes_.next() % 8) {
        case 0: (void)sd_bus_reply_method_return(question.get(), "(bba{ss})", 0, 0, 0); break;
        case 1: (void)sd_bus_reply_method_errorf(question.get(), SD_BUS_ERROR_SERVICE_UNKNOWN, "it is not there"); break;
        case 2: (void)sd_bus_reply_method_errorf(question.get(), "org.freedesktop.PolicyKit1.Error.Failed", "it fails"); break;
        case 3: (void)sd_bus_reply_method_return(question.get(), "s", "something else"); break;
        default: (void)sd_bus_reply_method_return(question.get(), "(bba{ss})", 1, 0, 0);
        }
    }

    static int on_message(sd_bus_message *message, void *self, sd_bus_error *) {
        auto *bus = static_cast<PlayedBus *>(self);
        std::uint8_t type = 0;
        std::uint64_t serial = 0;
        (void)sd_bus_message_get_type(message, &type);
        if (type == SD_BUS_MESSAGE_METHOD_CALL) bus->serve(message);
        else if (sd_bus_message_get_reply_cookie(message, &serial) >= 0) must(bus->expected_.erase(serial) == 1);
        return 1;
    }

    /// A call by a service.
    void serve(sd_bus_message *message) {
        const std::string_view method = sd_bus_message_get_member(message);
        const char *name = "";
        if (method == "CheckAuthorization") return questions_.emplace_back(sd_bus_message_ref(message)), void();
        has_greeted_ |= method == "Hello";
        if (method == "Hello") name = ":1.100";
        else if (method.starts_with("Get")) (void)sd_bus_message_read(message, "s", &name);
        const std::uint32_t user = name[0] == ':' ? users[static_cast<unsigned>(name[std::strlen(name) - 1] - '0') % std::size(users)] : 0;
        const auto process = static_cast<std::uint32_t>(::getpid());
        if (gone_.contains(name)) (void)sd_bus_reply_method_errorf(message, SD_BUS_ERROR_NAME_HAS_NO_OWNER, "it is gone");
        else if (method == "GetConnectionUnixUser") (void)sd_bus_reply_method_return(message, "u", user);
        else if (method == "GetConnectionUnixProcessID") (void)sd_bus_reply_method_return(message, "u", process);
        else if (method == "GetConnectionCredentials")
            (void)sd_bus_reply_method_return(message, "a{sv}", 2, "UnixUserID", "u", user, "ProcessID", "u", process);
        else if (method == "Hello" || method == "GetNameOwner") (void)sd_bus_reply_method_return(message, "s", name);
        else (void)sd_bus_reply_method_return(message, nullptr);
    }

    Bus bus_;
    Bytes bytes_{input};
    bool has_greeted_ = false;
    std::vector<Message> questions_;    ///< to polkit, without an answer
    std::set<std::string> gone_;        ///< callers
    std::set<std::uint64_t> expected_;  ///< answers
};

/// Both services on one connection, until that is closed and nothing works for a call.
void serve() {
    sd_event *event = nullptr;
    sd_bus *bus = nullptr;
    must(sd_event_new(&event) >= 0 && sd_bus_open_system(&bus) >= 0);
    const Event own_event(event);
    const Bus own_bus(bus);
    Service service{.gate = Gate(event, second), .owners = Owners("/dev/notes", "/sys/block")};
    module::ModuleService module_service{.event = event, .gate = Gate(event, 0), .sources = {}};
    must(sd_bus_add_object_vtable(bus, nullptr, object_path, interface_name, methods, &service) >= 0 &&
         sd_bus_add_object_vtable(bus, nullptr, module::object_path, module::interface_name, module::module_methods, &module_service) >= 0 &&
         sd_bus_attach_event(bus, event, 0) >= 0);
    while (sd_bus_is_open(bus) > 0 || !service.gate.is_idle() || !module_service.gate.is_idle()) must(sd_event_run(event, UINT64_MAX) >= 0);
}

int accept_service() {
    int connection = -1;
    // The fuzzer's clock may interrupt it.
    while ((connection = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC)) < 0) must(errno == EINTR);
    return connection;
}

/// The lowest number that is free.
int next_descriptor() {
    const Descriptor probe(::open("/", O_PATH | O_CLOEXEC));
    return probe.get();
}

/// For root, a /dev and a /sys/block of its own, where /dev/cloop0 is a file, attached by the user 2001. Others can't open the machine's devices.
void make_devices() {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return;
    for (const char *folder : {"/dev", "/sys/block"}) must(::mount("none", folder, "tmpfs", 0, nullptr) == 0);
    for (const char *folder : {"/dev/notes", "/sys/block/cloop0"}) must(::mkdir(folder, 0755) == 0);
    std::ofstream("/dev/cloop0") << "no device";
    std::ofstream("/dev/notes/cloop0") << "2001 7";
    std::ofstream("/sys/block/cloop0/diskseq") << "7";
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***) {
    // The event loop waits for children with it.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    int pipes[2], sockets[2];
    must(::pipe2(pipes, O_CLOEXEC) == 0 && ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) == 0);
    ::close(pipes[1]);
    descriptors = {::open("/proc/self/exe", O_RDONLY | O_CLOEXEC),
                   ::open("/proc/self/exe", O_PATH | O_CLOEXEC),
                   ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC),
                   ::open("/dev/null", O_RDWR | O_CLOEXEC),
                   ::open("/dev/null", O_WRONLY | O_CLOEXEC),
                   pipes[0],
                   sockets[0],
                   ::open("/dev/zero", O_RDONLY | O_CLOEXEC)};
    must(std::ranges::all_of(descriptors, [](int fd) { return fd >= 0; }));
    make_devices();
    // At an address that the kernel chooses: five characters after a zero.
    sockaddr_un address{AF_UNIX, {}};
    socklen_t length = sizeof address;
    listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address.sun_family) == 0 && ::listen(listener, 1) == 0 &&
         ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) == 0);
    ::setenv("DBUS_SYSTEM_BUS_ADDRESS", ("unix:abstract=" + std::string(address.sun_path + 1, 5)).c_str(), true);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    input = {reinterpret_cast<const char *>(data), size};
    const int before = next_descriptor();
    {
        const std::jthread services(serve);
        PlayedBus(accept_service()).play();
    }
    must(next_descriptor() == before);
    return 0;
}
