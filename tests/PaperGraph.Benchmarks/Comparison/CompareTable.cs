using System.Globalization;
using System.Text;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>The figures as tables in Markdown: first what the ceiling reaches, then the others as ratios to it.</summary>
internal sealed class CompareTable
{
    private readonly StringBuilder ratios = new();
    private readonly StringBuilder figures = new();

    /// <returns>The row that was added.</returns>
    public string Add(ComparedQuery query, IReadOnlyList<ServerFigures> servers)
    {
        var (ceiling, ours, peer) = (servers[0], servers[1], servers.Count > 2 ? servers[2] : null);
        var row = Text($"| {query.Name} {query.What} | {ceiling.Median(r => r.Rate):N0}, {ceiling.Median(r => r.Cpu):N0} ")
            + Text($"| {Against(ours, ceiling)} | {Of(peer, figures => Against(figures, ceiling))} |");
        ratios.AppendLine(row);
        figures.AppendLine(
            Text($"| {query.Name} | {Cpu(ceiling)} | {Cpu(ours)} | {Of(peer, Cpu)} ")
            + Text($"| {Latency(ceiling)} | {Latency(ours)} | {Of(peer, Latency)} ")
            + Text($"| {Memory(ceiling)} | {Memory(ours)} | {Of(peer, Memory)} |"));
        return row;
    }

    public override string ToString() => $"""
        | | Ceiling req/s, CPU | PaperGraph: req/s ratio, CPU ratio, p99 ratio | GraphQL.NET 8.8.5 + EF Core + loaders: the same |
        |---|---|---|---|
        {ratios}
        CPU is microseconds of processor time a request, of program and PostgreSQL together; below, of each, times in ms, and memory resident and
        private in MB.

        | | CPU of ceiling | of PaperGraph | of GraphQL.NET | p50, p99 of ceiling | of PaperGraph | of GraphQL.NET | memory of ceiling | of PaperGraph | of GraphQL.NET |
        |---|---|---|---|---|---|---|---|---|---|
        {figures}
        """;

    private static string Of(ServerFigures? server, Func<ServerFigures, string> figures) => server is null ? "" : figures(server);

    private static string Against(ServerFigures server, ServerFigures ceiling) =>
        Text($"{server.Ratio(ceiling, r => r.Rate):0.00}, ") + Text($"{server.Ratio(ceiling, r => r.Cpu):0.00}, ")
        + Text($"{server.Ratio(ceiling, r => r.Load.Percentile99):0.0}");

    private static string Cpu(ServerFigures server) =>
        Text($"{server.Median(r => r.ProgramCpu):N0} + {server.Median(r => r.PostgresCpu):N0}");

    private static string Latency(ServerFigures server) =>
        Text($"{server.Median(r => r.Load.Median):0.0}, {server.Median(r => r.Load.Percentile99):0.0}");

    private static string Memory(ServerFigures server) => Text($"{server.Median(r => r.Resident):0}, {server.Median(r => r.Private):0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
