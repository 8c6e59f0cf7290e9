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

    /// <summary>Words that papers use of everything: alone, or only with each other, they are no concept; lower case, singular.</summary>
    public static FrozenSet<string> Generic { get; } = Words("""
        ability ablation able absence abstract abstraction accelerated acceleration access account accuracy achievement across
        act action actual adaptive added addition additional adequate advance advanced advancement advantage affordable
        aggregate agreement aim al algorithm all alternative ambiguity amount analysis angle annotation answer appendix
        application applied approach appropriate architecture area art artifact aspect assessment assumption attempt attention
        attribute author automated automatic availability available average aware awareness balance barrier base based baseline
        basic basis behavior benchmark benefit best best-performing better bias big bottleneck bound boundary box branch breadth
        broad budget building burden capability capable capacity careful case category cause central chain challenge challenging
        change channel character characteristic choice claim class classic classical classification classifier clean clear close
        cluster code coherent collection combination combined common community comparable comparative comparison compatibility
        competitive complementary complete complex complexity component comprehensive computation computational compute concept
        concern conclusion concrete concurrent condition conditional configuration connection consequence considerable
        consideration consistency consistent constraint construction contemporary content context contextual continuous contrast
        contribution control conventional core corpus correct correctness correlation corresponding cost cost-effective coverage
        creation criterion critical cross crucial current curve custom cutting cutting-edge data data-driven database dataset
        date day decision-making deep deeper default degree demand demonstration dense dependence dependency deployment depth
        description design desirable desired detail detailed detection determination development device diagnostic dimension
        direct direction discrepancy discussion distinct distribution diverse diversity domain domain-specific dominant
        downstream drawback drop dual dynamic dynamics e.g early ease easy edge effect effective effectiveness efficacy
        efficiency efficient effort element emergence emerging empirical encouraging end end-to-end enhanced enhancement entire
        entity entry environment equation equivalent error essential estimate estimation et etc evaluation evaluator
        ever-growing evidence exact example excellent exceptional exhaustive existing existing-method expense expensive
        experiment experiment-based experimental expert explanation explicit exploration expression extension extensive extent
        extra extraction extreme factor failure fair faithful faithfulness family fast faster feasibility feasible feature
        feedback few fidelity field figure final finding fine fine-grained first fixed flexibility flexible focus following
        force form formal formulation foundation foundational framework free frequency frequent frozen full full-scale fully
        function functional functionality fundamental further future gain gap general generalizability generalization generated
        generation generator generic github given global goal gold good gradient great greater ground ground-truth group growing
        growth guarantee guidance guide guideline half hand hand-crafted handcrafted hard heavy help heterogeneous hierarchical
        hierarchy high high-fidelity high-level high-performance high-quality high-resolution higher highest highly holistic
        http human human-level hundred hybrid hypothesis i.e idea ideal identification image impact imperfect implementation
        implication implicit importance important impressive improved improvement in-depth inability inaccuracy incorporation
        increase increased increasing independent index indirect individual inference influence information informative
        infrastructure inherent initial initialization initiative innovation innovative input insight instance instruction
        insufficient integral integrated integration intelligence intelligent intensive interaction interactive interest
        interface intermediate internal interval introduction intuition intuitive investigation issue iteration iterative joint
        judgment key kind knowledge known label labeled lack landscape language large large-scale larger largest latent latest
        law layer lead leaderboard leading learned learner learning length lengthy level leverage lightweight likelihood limit
        limitation limited line linear link list literature little load local location logic long long-standing longer loss low
        low-cost low-level lower machine magnitude main mainstream major majority manner manual many map mapping marginal mass
        massive match material maximum mean meaning meaningful measure measurement mechanism medium member mere meta method
        methodology metric million minimal minimum minor misalignment missing mix mixed mixture modality mode model
        model-agnostic modeling moderate modern modification modular module month more most motivation multi multiple mutual
        naive native natural nature necessary need negative network new next noise noisy non non-trivial nontrivial notable
        notion novel novelty number numerous object objective observation obstacle obvious off-the-shelf one online open
        open-ended open-source operation operator opportunity optimal optimization optimized option order ordinary organization
        origin original out-of-the-box outcome output outstanding overall overhead overview own page pair paper paradigm
        parallel parameter part partial particular path pattern peak people percent percentage perception performance performant
        period person perspective phase phenomenon pipeline place plain plan platform plausible plug plug-and-play point policy
        poor popular population portion position positive possibility possible post potential power powerful practical practice
        practitioner pre-trained precise precision prediction predictive predictor preference preliminary premise presence
        present pretrained previous previously-unseen primary prime principle principled prior priority probability probable
        problem procedure process processing product progress progressive project promise promising prompt proof proper property
        proposal proposed proxy public publication publicly-available pure purpose qualitative quality quantitative quantity
        query question quick random range rank rapid rare rate ratio raw reach real real-time real-world realistic reality
        reason reasonable recent recognition record reduced reduction reference regime region regular related relation
        relationship relative release relevance relevant reliability reliable remaining remarkable report repository
        representation representative request requirement research researcher resource respect respective response rest result
        rich right rigid rigorous rise risk robust robustness role room root rough round routine row rule run safe sample
        sampling satisfactory scalability scalable scale scaling scarcity scenario scheme school scope score search section
        segment selected selection self-contained semantic sense separate sequence sequential series serious set setting setup
        several severe shape share shared shift short shortcoming side signal significance significant similar similarity simple
        simpler simplicity simulation simultaneous single site situation size skill slight slow small smaller smart smooth
        social software sole solid solution solver sophisticated sota source space span spatial special specialized specific
        specification spectrum speed speedup split stability stable stage standard start state state-of-art state-of-the-art
        static statistic statistical status step stochastic straightforward strategy stream strength strict strong stronger
        structural structure structured student study style subject subset substantial subtask success successful sufficient
        suitable suite superior superiority supervision support surface surprising survey sweep synthetic system systematic
        table target task task-specific taxonomy teacher team technical technique technology temporal tendency term test testbed
        testing text textual theoretical theory thing thorough thought thousand thread threshold time time-consuming timely
        token tool top topic total trace track trade-off trade-offs tradeoff traditional train trained training trajectory
        transfer transformation transition treatment trend trial trivial true turn type typical ubiquitous ultimate unclear
        underlying understanding unexpected unexplored unified uniform unique unit universal unknown unprecedented unseen
        up-to-date update url usage use useful usefulness user user-friendly utility validation validity valuable value vanilla
        variable variance variant variation variety various vast vector version viable video view viewpoint visual vital volume
        vulnerability wall way weak weakness website week weight well well-established well-known whole wide wide-ranging widely
        widely-used widespread wild word work workflow working workload world worse worst year yield zero
        """);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
