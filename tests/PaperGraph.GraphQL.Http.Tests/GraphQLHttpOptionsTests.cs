using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class GraphQLHttpOptionsTests
{
    [Fact]
    public void The_defaults_let_a_mebibyte_in_and_no_other_site()
    {
        var options = new GraphQLHttpOptions();

        (options.MaxBodySize, options.MaxConcurrentRequests, options.MaxAge).ShouldBe((1_048_576, 1_000, 0));
        (options.MaxConnections, options.MaxOperationsPerConnection, options.OnConnectionInit).ShouldBe((10_000, 200, null));
        (options.MaxSubscriptions, options.KeepAlive, options.ConnectionInitTimeout)
            .ShouldBe((10_000, TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(10)));
        (options.MaxReservations, options.MaxReservationsPerClient, options.ReservationTimeout)
            .ShouldBe((1_000, 50, TimeSpan.FromSeconds(5)));
        (options.MaxResponseSize, options.MaxUnsentBytes, options.MaxSendTime)
            .ShouldBe((16 * 1024 * 1024, 128L * 1024 * 1024, TimeSpan.FromMinutes(1)));
        (options.Compress, options.PersistedDocuments, options.OnlyPersistedDocuments).ShouldBe((true, null, false));
        (options.SlowRequest, options.Limits).ShouldBe((TimeSpan.FromMilliseconds(500), new EngineLimits()));
        options.AllowedOrigins.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_limit_out_of_its_range_stops_the_start()
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() =>
            GraphQLServer.StartAsync(options => options.MaxBodySize = 0));

        failure.Message.ShouldBe("DataAnnotation validation failed for 'GraphQLHttpOptions' members: 'MaxBodySize' with the error: "
            + "'The field MaxBodySize must be between 1 and 2147483647.'.");
    }

    [Fact]
    public void Settings_are_read_from_the_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SlowRequest"] = "00:00:02",
            ["Limits:MaxCost"] = "5",
            ["Limits:MaxTime"] = "00:00:10",
            ["Limits:AllowIntrospection"] = "false",
        }).Build();

        var options = configuration.Get<GraphQLHttpOptions>()!;

        options.SlowRequest.ShouldBe(TimeSpan.FromSeconds(2));
        options.Limits.ShouldBe(new EngineLimits { MaxCost = 5, MaxTime = TimeSpan.FromSeconds(10), AllowIntrospection = false });
    }

    [Fact]
    public async Task The_limits_of_the_engine_are_settings_too()
    {
        await using var server = await GraphQLServer.StartAsync(options => options.Limits = options.Limits with { MaxRootFields = 1 });

        var answer = await new Client(server).GetAsync("?query={a:hello b:hello}");

        answer.Errors()
            .ShouldStartWith("ROOT_FIELD_LIMIT The operation has more fields at its root than the limit MaxRootFields, which is 1.");
    }

    [Theory]
    [InlineData("dashboards.example.org")]
    [InlineData("https://dashboards.example.org/")]
    public async Task What_is_no_origin_stops_the_start(string origin)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() =>
            GraphQLServer.StartAsync(options => options.AllowedOrigins.Add(origin)));

        failure.Message.ShouldContain(
            $"'{origin}' is no origin. Write a scheme, a host and perhaps a port, such as https://dashboards.example.org, or *.");
    }

    [Fact]
    public async Task Fewer_unsent_bytes_than_a_response_may_have_stop_the_start()
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() =>
            GraphQLServer.StartAsync(options => options.MaxUnsentBytes = 1_000_000));

        failure.Message.ShouldContain("MaxUnsentBytes is less than MaxResponseSize, so that the longest response could never be sent. "
            + "Set it to at least as much.");
    }

    [Fact]
    public async Task Limits_of_the_engine_that_are_out_of_range_stop_the_start()
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() =>
            GraphQLServer.StartAsync(options => options.Limits = new EngineLimits { MaxTokens = 0, MaxInputDepth = 1_000 }));

        failure.Message.ShouldContain("The limit MaxTokens is 0. Set it to 1 or more.");
        failure.Message.ShouldContain("The limit MaxInputDepth is 1000. Set it from 1 to 600.");
    }

    [Fact]
    public async Task Answering_only_persisted_documents_without_any_stops_the_start()
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() =>
            GraphQLServer.StartAsync(options => options.OnlyPersistedDocuments = true));

        failure.Message.ShouldContain(
            "OnlyPersistedDocuments is set, but no documents are given. Name their folder or manifest in PersistedDocuments.");
    }
}
