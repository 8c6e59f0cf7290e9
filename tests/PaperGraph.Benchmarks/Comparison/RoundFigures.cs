namespace PaperGraph.Benchmarks.Comparison;

/// <summary>One server under the load of one query for one round.</summary>
/// <param name="ProgramCpu">Microseconds of the server's processor time an answer.</param>
/// <param name="PostgresCpu">The same of PostgreSQL.</param>
internal sealed record RoundFigures(LoadFigures Load, double ProgramCpu, double PostgresCpu, double Resident, double Private)
{
    public double Rate => Load.Answers / Load.Seconds;

    public double Cpu => ProgramCpu + PostgresCpu;
}

/// <summary>The rounds of one server with one query. Medians, since other programs may disturb a round.</summary>
internal sealed class ServerFigures
{
    private readonly List<RoundFigures> rounds = [];

    public void Add(RoundFigures round) => rounds.Add(round);

    public double Median(Func<RoundFigures, double> figure)
    {
        var ordered = rounds.Select(figure).Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }

    /// <summary>The median over the rounds of this server's figure over the other's in the same round.</summary>
    public double Ratio(ServerFigures other, Func<RoundFigures, double> figure)
    {
        var ratios = rounds.Zip(other.rounds, (round, beside) => figure(round) / figure(beside)).Order().ToList();
        return (ratios[(ratios.Count - 1) / 2] + ratios[ratios.Count / 2]) / 2;
    }
}
