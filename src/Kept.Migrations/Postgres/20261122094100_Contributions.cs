using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kept.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Contributions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_contribution",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    form_key = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: true),
                    about_version = table.Column<int>(type: "integer", nullable: true),
                    action = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    told = table.Column<string>(type: "text", nullable: false),
                    edited = table.Column<string>(type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    provenance = table.Column<string>(type: "text", nullable: false),
                    came_on = table.Column<DateOnly>(type: "date", nullable: true),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publish_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seconds = table.Column<int>(type: "integer", nullable: false),
                    tell_me = table.Column<bool>(type: "boolean", nullable: false),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    merged_into = table.Column<string>(type: "text", nullable: true),
                    entry = table.Column<long>(type: "bigint", nullable: true),
                    became = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contribution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_contribution_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    contribution_id = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contribution_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_contribution_step_work_contribution_contribution_id",
                        column: x => x.contribution_id,
                        principalTable: "work_contribution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_body_made",
                table: "work_contribution",
                columns: new[] { "body", "made" });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_form_key",
                table: "work_contribution",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_reference",
                table: "work_contribution",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_state_action_sent",
                table: "work_contribution",
                columns: new[] { "state", "action", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_state_body_sent",
                table: "work_contribution",
                columns: new[] { "state", "body", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_state_sent",
                table: "work_contribution",
                columns: new[] { "state", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_step_contribution_id",
                table: "work_contribution_step",
                column: "contribution_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_contribution_step");

            migrationBuilder.DropTable(
                name: "work_contribution");
        }
    }
}
