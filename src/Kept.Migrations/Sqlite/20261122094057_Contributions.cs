using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Sqlite
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    form_key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: true),
                    about_version = table.Column<int>(type: "INTEGER", nullable: true),
                    action = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    told = table.Column<string>(type: "TEXT", nullable: false),
                    edited = table.Column<string>(type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    provenance = table.Column<string>(type: "TEXT", nullable: false),
                    came_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    sent = table.Column<string>(type: "TEXT", nullable: true),
                    decided = table.Column<string>(type: "TEXT", nullable: true),
                    publish_after = table.Column<string>(type: "TEXT", nullable: true),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    tell_me = table.Column<bool>(type: "INTEGER", nullable: false),
                    claimed_by = table.Column<string>(type: "TEXT", nullable: true),
                    claimed_until = table.Column<string>(type: "TEXT", nullable: true),
                    merged_into = table.Column<string>(type: "TEXT", nullable: true),
                    entry = table.Column<long>(type: "INTEGER", nullable: true),
                    became = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contribution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_contribution_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    contribution_id = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true)
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
