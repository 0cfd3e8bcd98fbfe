#pragma once
// Inside the network side: work that may wait for the disk is done by a worker, while the I/O thread serves others.

#include "sync-server/http/session.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace isoloir::http {

/// Does the work on one of the port's workers and resumes here, on the I/O thread.
/// @param work  keeps alive what it touches: whoever waits may be gone before it ends
/// @return      false when it took longer than `most`
inline boost::asio::awaitable<bool> on_worker(Port& port, boost::asio::any_io_executor executor, std::chrono::milliseconds most, std::function<void()> work)
{
    const auto done = std::make_shared<boost::asio::steady_timer>(executor, most);
    // This coroutine reaches its wait before the I/O thread can run the cancel that is posted to it.
    boost::asio::post(port.workers, [work = std::move(work), done, executor] {
        work();
        boost::asio::post(executor, [done] { done->cancel(); });
    });
    boost::system::error_code woken;
    co_await done->async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, woken));
    co_return woken == boost::asio::error::operation_aborted;
}

}  // namespace isoloir::http
