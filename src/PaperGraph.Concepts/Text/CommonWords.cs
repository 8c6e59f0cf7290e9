using System.Collections.Frozen;

namespace PaperGraph.Concepts.Text;

/// <summary>Words that name nothing.</summary>
internal static class CommonWords
{
    /// <summary>Words that carry grammar, not meaning; lower case, singular.</summary>
    public static FrozenSet<string> Function { get; } = Words("""
        a about above across after again against all almost along already also although always am among an and another any are
        around as at away b be became because become been before behind being below best better between beyond both but by c can
        cannot could d did do doe does doing done down due during e each either else enough especially etc even ever every f few
        first for four from full further furthermore g get give given go going got h had has have having he hence her here him
        his how however i if in include including indeed instead into is it its itself just k keep last later least less let
        like long low m made mainly make many may me merely might more moreover most mostly much must my n namely near need
        neither never new next no non none nor not nothing now of off often on once one only onto or other otherwise our ours
        out over own p part per perhaps put quite rather real really regarding s same second see seem several shall she should
        show shown since six so some still such t take than that the their them themselves then there therefore these they third
        this those though three through throughout thus to together too toward towards two under unlike until up upon us use
        used using usually v various very via w was we well were what whatever when where whereas whether which while who whole
        whom whose why will with within without work would x yet you your z
        """);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
