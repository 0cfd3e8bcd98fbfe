#include "sync-server/http/feed.hpp"

#include <boost/asio/post.hpp>

namespace isoloir::http {

using boost::system::error_code;

Feed::Feed(boost::asio::io_context& io, boost::asio::thread_pool& workers, std::function<Response(const Request&)> answer, const Limits& limits)
    : io_(io), workers_(workers), answer_(std::move(answer)), limits_(limits), next_look_(io)
{
}

Feed::Reader::Reader(Feed& feed, boost::asio::steady_timer& news) : feed_(feed), news_(news)
{
    feed_.readers_.insert(&news_);
    if (!feed_.looking_) feed_.look();
}

Feed::Reader::~Reader()
{
    feed_.readers_.erase(&news_);
}

void Feed::stop()
{
    stopped_ = true;
    next_look_.cancel();
    wake();
}

void Feed::wake()
{
    for (auto* news : readers_) news->cancel();
}

void Feed::look()
{
    looking_ = true;
    boost::asio::post(workers_, [this] {
        Request request;
        request.method = "GET";
        request.target = kLive;
        auto response = std::make_shared<Response>(answer_or_fail(answer_, request));
        boost::asio::post(io_, [this, response] { take(*response); });
    });
}

void Feed::take(const Response& response)
{
    looking_ = !stopped_ && !readers_.empty();
    // What cannot be told now is told later: readers keep what they have.
    if (response.status == 200) {
        std::string event = "data: " + response.body.substr(0, response.body.find('\n')) + "\n\n";
        if (!newest_ || *newest_ != event) {
            newest_ = std::make_shared<const std::string>(std::move(event));
            wake();
        }
    }
    if (!looking_) return;
    next_look_.expires_after(limits_.look);
    next_look_.async_wait([this](const error_code& cancelled) {
        if (!cancelled) look();
    });
}

}  // namespace isoloir::http
