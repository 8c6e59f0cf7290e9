using System.Net;
using PaperGraph.GraphQL.Http.SingleConnection;

namespace PaperGraph.GraphQL.Http.Tests.SingleConnection;

public sealed class StreamReservationsTests
{
    private readonly StreamReservations reservations = new(new GraphQLHttpOptions { MaxReservationsPerClient = 1 }, TimeProvider.System);

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", false)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", true)]
    public void A_client_is_an_address_or_a_network_of_IPv6(string first, string second, bool areTwo)
    {
        reservations.TryReserve(IPAddress.Parse(first), out _, out _).ShouldBeTrue();

        reservations.TryReserve(IPAddress.Parse(second), out _, out var error).ShouldBe(areTwo);
        error?.Code.ShouldBe("RESERVATION_LIMIT");
    }
}
